import { cellsOf, hasBar, isDelimiter } from "./table-row.js";
import { linesOf } from "./text-lines.js";

/** A table or a list in a description. */
export interface TextBlock {
  /** `lines`: one item in each line of a paragraph, which may be no list at all. */
  readonly kind: "table" | "list" | "lines";
  /** What it stands below: headings, the line right before it, the items that it belongs to. */
  readonly heading: string;
  /** The cells of each row, the titles of a table first; of a list the one text of each item. */
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row is one of titles for sure. */
  readonly titled: boolean;
}

interface Draft {
  readonly kind: TextBlock["kind"];
  readonly heading: string;
  readonly indent: number;
  readonly rows: string[][];
  titled: boolean;
}

/** Longer than anything that is said of one code: a text without ends of items is no list. */
const maxItem = 1000;

/** Every table and every list of a description, in order, with the words that it stands below. */
export function blocksOf(description: string): TextBlock[] {
  const found: Draft[] = [];
  let open: Draft[] = [];
  let section = "";
  let paragraph: string[] = [];
  let before = "";
  let gap = false;

  const heading = () => [section, before].filter(Boolean).join("\n");
  const endParagraph = () => {
    if (paragraph.length === 0) return;
    const [first = "", ...rest] = paragraph;
    if (paragraph.length > 1) {
      const base = { kind: "lines", indent: 0, titled: false } as const;
      found.push({ ...base, heading: [section, first].filter(Boolean).join("\n"), rows: rest.map((line) => [line]) });
      found.push({ ...base, heading: heading(), rows: paragraph.map((line) => [line]) });
    }
    before = paragraph.at(-1) ?? "";
    paragraph = [];
  };
  const start = (kind: Draft["kind"], indent: number, above = heading()) => {
    const draft: Draft = { kind, indent, heading: above, rows: [], titled: false };
    found.push(draft);
    open.push(draft);
    return draft;
  };

  for (const line of linesOf(description)) {
    const text = line.trim();
    const last = open.at(-1);
    if (text === "") {
      endParagraph();
      if (last?.kind === "table") open.pop();
      gap = true;
      continue;
    }
    const indent = line.length - line.trimStart().length;
    const item = /^(?:[-*+\u2022]|\d{1,3}[.)])\s+(?=\S|$)(.*)$/.exec(text)?.[1];
    const isHeading = /^#{1,6}\s/.test(text);
    if (isHeading) {
      endParagraph();
      open = [];
      section = text.replace(/^#+\s*/, "");
      before = "";
    } else if (item === undefined && (hasBar(text) || (last?.kind === "table" && isDelimiter(text)))) {
      endParagraph();
      const table = last?.kind === "table" ? last : start("table", indent);
      if (isDelimiter(text)) table.titled ||= table.rows.length === 1;
      else table.rows.push(cellsOf(text));
    } else if (item !== undefined) {
      endParagraph();
      if (last?.kind === "table") open.pop();
      while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
      const list = open.at(-1);
      if (list?.indent === indent) list.rows.push([item]);
      else start("list", indent, list && `${list.heading}\n${list.rows.at(-1)?.[0] ?? ""}`).rows.push([item]);
    } else if (last?.kind === "list" && (!gap || indent > last.indent)) {
      const row = last.rows.at(-1)!;
      row[0] = `${row[0]} ${text}`;
    } else {
      open = [];
      paragraph.push(text);
    }
    gap = false;
  }
  endParagraph();
  return found
    .map((draft) => ({ ...draft, rows: draft.rows.filter((row) => row.every(({ length }) => length <= maxItem)) }))
    .filter(({ rows }) => rows.length > 0);
}
