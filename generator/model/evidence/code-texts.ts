import { type Node, textAt } from "../../read/source.js";
import type { Retry } from "../../runtime/category.js";

/** What a document says of a code outside of `x-error`. */
export interface SaidOfCode {
  readonly title: string | undefined;
  readonly meaning: string | undefined;
  readonly resolution: string | undefined;
  /** The status that it usually comes with. */
  readonly status: string | undefined;
  readonly retry: Retry | undefined;
}

const nothing: SaidOfCode = {
  title: undefined,
  meaning: undefined,
  resolution: undefined,
  status: undefined,
  retry: undefined,
};

/** What an alternative that stands for one code says of it: `{ const: card_declined, title, description }`. */
export function saidByConstant(holder: Node): SaidOfCode | undefined {
  const [title, meaning] = [textAt(holder, "title"), textAt(holder, "description")];
  return title === undefined && meaning === undefined ? undefined : { ...nothing, title, meaning };
}

/**
 * What the description of an enum says of its codes, one by one. A single one may be there by chance.
 *
 * @example "* `conflict` - the data would contradict itself.\n* `not_found` - there is no such thing."
 */
export function saidInList(holder: Node, codes: readonly string[]): ReadonlyMap<string, SaidOfCode> {
  const description = textAt(holder, "description") ?? "";
  const known = new Set(codes);
  const said = new Map<string, SaidOfCode>();
  for (const item of itemsOf(description)) {
    const [code, meaning] = partsOfItem(item);
    if (known.has(code) && meaning !== "" && !said.has(code))
      said.set(code, { ...nothing, meaning, status: /^[45]\d\d\b/.exec(meaning)?.[0] });
  }
  return said.size > 1 ? said : new Map();
}

/** What parts a code from what is said of it: the bar of a table, a colon, a dash that stands alone. */
const separator = /\s*(?:(?<!\\)\||[-:=\u2013\u2014]+(?=\s))\s*/;

/** A name without the marks around it, and the rest of its item. */
function partsOfItem(item: string): readonly [code: string, meaning: string] {
  const text = item.replace(/^[\s>*+|-]+/, "").replace(/^\d+[.)]\s+/, "");
  const parting = separator.exec(text);
  if (!parting) return ["", ""];
  const name = text.slice(0, parting.index).replace(/^[`*_"']+|[`*_"']+$/g, "");
  const meaning = text.slice(parting.index + parting[0].length).replace(/[\s|]+$/, "");
  return [unescaped(name), unescaped(meaning)];
}

/** A bar in the cell of a table is one that parts no cells. */
function unescaped(cell: string): string {
  return cell.replaceAll("\\|", "|");
}

/** Longer than anything that is said of one code: a text without ends of items is no list. */
const maxItem = 1000;

/** The items of lists and the rows of tables, in Markdown or in HTML, each in one line. */
function itemsOf(description: string): string[] {
  return description
    .replace(/<\/t[dh]>\s*<t[dh][^<>]*>/gi, " | ")
    .replace(/<\/?(?:t[dhr]|table|thead|tbody|li|ul|ol|p|br)\b[^<>]*>/gi, "\n")
    .replace(/<\/?(?:code|b|strong|em|i)>/gi, "")
    .replace(/\n[ \t]+(?![-*+|\d\s])/g, " ")
    .split("\n")
    .filter(({ length }) => length <= maxItem);
}
