import type { CodeCell } from "./code-cell.js";
import { codeCells } from "./code-cell.js";
import { codeColumns } from "./code-columns.js";
import { type Subject, subjectOf } from "./heading-subject.js";
import { inlineItems } from "./inline-items.js";
import { labelledItems } from "./labelled-items.js";
import { type ListItem, listItem } from "./list-item.js";
import { listedNames } from "./listed-names.js";
import { statusesIn } from "./statuses-in.js";
import { blocksOf, type TextBlock } from "./text-blocks.js";

/** What a table or a list says of one code. */
export interface CodeRow {
  readonly code: string;
  readonly isNumber: boolean;
  readonly status: string | undefined;
  readonly title: string | undefined;
  readonly text: string | undefined;
  readonly resolution: string | undefined;
}

/** What a description is about: an error, the code itself, or anything else. */
export type Described = "code" | "error" | "anything";

/**
 * The codes that the tables and lists of a description list. `isOther` tells of a name that it stands for something else:
 * a list of mostly such is none of codes.
 */
export function codeRows(description: string, described: Described, isOther: (name: string) => boolean): CodeRow[] {
  const found = new Map<string, CodeRow>();
  for (const block of mayList.test(description) ? blocksOf(description) : []) {
    const rows = withoutStatuses(block.kind === "table" ? tableRows(block, described) : itemRows(block, described));
    const names = rows.filter(({ isNumber }) => !isNumber);
    if (names.filter(({ code }) => isOther(code)).length * 2 >= Math.max(names.length, 1)) continue;
    for (const row of rows) addTo(found, row);
  }
  const isAlone = described === "code" && found.size === 0;
  const labelled = described === "error" ? labelledItems(description) : isAlone ? inSentences(description) : [];
  for (const row of withoutStatuses(rowsOf(labelled, undefined))) if (!isOther(row.code)) addTo(found, row);
  return [...found.values()];
}

/** With what is said of each, else the names alone. */
function inSentences(description: string): readonly ListItem[] {
  const items = inlineItems(description);
  return items.length > 0 ? items : listedNames(description);
}

function addTo(found: Map<string, CodeRow>, row: CodeRow): void {
  const key = `${row.code} ${row.status ?? ""}`;
  if (!found.has(key)) found.set(key, row);
}

/** The names in lists that say of themselves that they are about something else than errors. */
export function namesOfOthers(description: string): string[] {
  if (!mayList.test(description)) return [];
  return blocksOf(description)
    .filter(({ heading }) => subjectOf(heading) === "others")
    .flatMap(({ rows }) => rows.flat())
    .flatMap((text) => [listItem(text)?.cell ?? [], codeCells(text)].flat().map(({ code }) => code));
}

/** No list and no table is written in one line of plain text. */
const mayList = /\n|<(?:li|td|dt|br)\b/i;

function tableRows({ rows, heading, titled }: TextBlock, described: Described): CodeRow[] {
  const [titles = [], ...below] = rows;
  const columns = below.length > 0 ? codeColumns(titles, below) : undefined;
  if (!columns) return [];
  const { code, says, status, title, text, resolution } = columns;
  const subject = subjectOf(heading);
  const isSpoken = subject === "errors" || (described !== "anything" && subject === undefined);
  const isOfOthers = titles.some((name) => subjectOf(name) === "others");
  const isSure =
    says === "errors"
      ? subject !== "others" || status !== -1
      : says === "codes"
        ? isSpoken || status !== -1 || (heading === "" && titled)
        : !isOfOthers && (isSpoken || (says === "names" && status !== -1 && subject !== "others"));
  if (!isSure) return [];
  const ofHeading = onlyStatusIn(heading);
  let above: readonly string[] = [];
  return below.flatMap((row) => {
    const at = (index: number) => (index === -1 ? undefined : row[index]?.replace(/\s+/g, " ").trim() || undefined);
    const own = statusesIn(at(status) ?? "");
    // A success, or whatever else is told of beside the errors.
    if (own.length === 0 && at(status) !== undefined) return [];
    // A cell that goes over several rows stands in the first of them.
    if (own.length > 0) above = own;
    return codeCells(at(code) ?? "").flatMap((cell) =>
      withStatuses(above, ofHeading).map((key) => {
        const said = { title: plain(at(title)), text: at(text), resolution: at(resolution) };
        return { code: cell.code, isNumber: cell.shape === "number", status: key, ...said };
      }),
    );
  });
}

function itemRows({ kind, rows, heading }: TextBlock, described: Described): CodeRow[] {
  const items = rows.map(([text = ""]) => listItem(text));
  const found = items.filter((item) => item !== undefined).filter(({ cell }) => cell.shape !== "word" || cell.isMarked);
  const telling = found.filter(({ text, name }) => text !== undefined || name !== undefined);
  if (found.length * 2 < rows.length || found.length === 0) return [];
  if (kind === "lines" && (telling.length * 2 < rows.length || telling.length < 2)) return [];
  const subject = subjectOf(heading);
  if (subject === "others") return [];
  const isSure = found.filter(({ cell }) => isTelling(cell)).length * 2 >= found.length;
  const hasStatuses = found.every(({ statuses }) => statuses.length > 0);
  const isSpoken = subject === "errors" || described === "code" || hasStatuses;
  const [only, ...others] = found;
  const isCounted = others.length > 0 || (telling.length === 1 && standsAlone(only!, kind, subject, described));
  const isOfError = described === "error" && isSure && telling.length > 0;
  if (!isCounted || !(isSpoken ? isSure || telling.length === found.length : isOfError)) return [];
  return rowsOf(found, onlyStatusIn(heading));
}

function rowsOf(items: readonly ListItem[], ofHeading: string | undefined): CodeRow[] {
  return items.flatMap(({ cell, statuses, name, text }) =>
    withStatuses(statuses, ofHeading).map((status) => ({
      code: cell.code,
      isNumber: cell.shape === "number",
      status,
      title: name,
      text,
      resolution: undefined,
    })),
  );
}

/** A list of one item lists a code where the words above speak of errors, or its answer is one and the item looks like it. */
function standsAlone({ cell, text }: ListItem, kind: TextBlock["kind"], subject: Subject, described: Described) {
  if (!cell.isMarked) return false;
  const isName = /^(?:[a-z\d]+(?:[_-][a-z\d]+)+|[A-Z\d]+(?:_[A-Z\d]+)+)$/.test(cell.code);
  return (
    subject === "errors" || (described === "error" && kind === "list" && isName && /\S\s+\S+\s+\S/.test(text ?? ""))
  );
}

function isTelling({ shape, isMarked }: CodeCell): boolean {
  return shape === "joined" || (isMarked && shape === "word");
}

/** Numbers that are mostly statuses are no codes: they say once more how the answer begins. */
function withoutStatuses(rows: readonly CodeRow[]): readonly CodeRow[] {
  const numbers = rows.filter(({ isNumber }) => isNumber);
  const statuses = numbers.filter(({ code, status }) => /^[1-5]\d\d$/.test(code) && (status ?? code) === code);
  if (statuses.length === 0) return rows;
  const areStatuses = statuses.length * 2 >= numbers.length;
  return areStatuses ? rows.filter((row) => !statuses.includes(row)) : rows;
}

/** The status that the words above name, where they name one: `either 200 or 500` is two. */
function onlyStatusIn(heading: string): string | undefined {
  const nearest = heading.split("\n").at(-1) ?? "";
  const found = new Set(nearest.match(/(?<![\w.-])(?:20[0-8]|[45]\d\d)(?![\w.]|-\w)/g) ?? []);
  const [only] = found;
  return found.size === 1 && /^[45]/.test(only!) ? only : undefined;
}

function withStatuses(own: readonly string[], ofHeading: string | undefined): readonly (string | undefined)[] {
  return own.length > 0 ? own : [ofHeading];
}

/** A heading without the marks around it. */
function plain(text: string | undefined): string | undefined {
  return text?.replace(/^[`*_"]+|(?<![`*_"])[`*_"]+$/g, "") || undefined;
}
