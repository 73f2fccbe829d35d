import { codeCells } from "./code-cell.js";
import { statusesIn } from "./statuses-in.js";

/** Which column of a table holds what. */
export interface CodeColumns {
  readonly code: number;
  /** How surely the titles say that the codes are those of errors. */
  readonly says: "errors" | "codes" | "names" | "nothing";
  readonly status: number;
  readonly title: number;
  readonly text: number;
  readonly resolution: number;
}

const ofErrors =
  /^(?:api |application |internal |business |custom |sub |our |json |string )*(?:err(?:or)?s?|exception|fault|failure|problem)(?: sub)?(?: (?:codes?|names?|types?|keys?|ids?|identifiers?|reasons?|slugs?|constants?|strings?|enums?|numbers?|no))*(?: string)?$|^err(?:or)?_?(?:codes?|type|name|key|id)$/;
const ofCodes =
  /^(?:(?:api|application|internal|business|custom|reason|app|sub|result|return|string|machine) )*codes?(?: (?:name|string|value))?$/;
const ofNames =
  /^(?:type|reason|name|key|slug|id|identifier|value|constant|enum|string|title|problem type|uri|symbol|message key)s?$/;
const ofStatus =
  /^(?:http(?: response)?(?: status)?(?: codes?)?|status(?: codes?)?|statuscode|httpstatus|response(?: status)?(?: codes?)?|code http)$/;
const ofTitle = /^(?:title|name|summary|error name|label|short description|error)$/;
const ofText =
  /^(?:(?:error |short |long |full )?(?:descriptions?|messages?|meanings?|explanations?|details?|texts?|reasons?|causes?|comments?|notes?)|what it means|when|cause|possible causes?|condition|occurs when|about|summary)$/;
const ofResolution =
  /^(?:resolutions?|solutions?|remed(?:y|ies)|fix(?:es)?|actions?|recovery|troubleshooting|mitigations?|how to (?:fix|resolve|handle)(?: it)?|what to do|(?:suggested|recommended|required|client|possible) (?:actions?|solutions?|resolutions?|fix(?:es)?))$/;

/** What the columns of a table hold, by their titles and by their cells; undefined where none of them holds codes. */
export function codeColumns(titles: readonly string[], rows: readonly (readonly string[])[]): CodeColumns | undefined {
  const names = titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[`*_:()#?]/g, " ")
      .replace(/[-/]/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  const columns = Array.from({ length: Math.max(names.length, ...rows.map(({ length }) => length)) }, (_, at) => at);
  const cellsAt = (at: number) => rows.map((row) => row[at] ?? "").filter((cell) => cell !== "");
  const mostly = (at: number, holds: (cell: string) => boolean) => {
    const cells = cellsAt(at);
    return cells.length > 0 && cells.filter(holds).length * 2 > cells.length;
  };
  const named = (pattern: RegExp, others: readonly number[] = []) =>
    columns.find((at) => !others.includes(at) && pattern.test(names[at] ?? "")) ?? -1;

  const statuses = columns.filter((at) => mostly(at, (cell) => statusesIn(cell).length > 0));
  const status = statuses.find((at) => ofStatus.test(names[at] ?? "")) ?? statuses[0] ?? -1;
  const candidates = columns.filter((at) => at !== status && mostly(at, (cell) => codeCells(cell).length > 0));
  const ranks = [ofErrors, ofCodes, ofNames, /(?:)/].map((pattern) =>
    candidates.find((at) => pattern.test(names[at] ?? "") && !ofStatus.test(names[at] ?? "")),
  );
  const rank = ranks.findIndex((at) => at !== undefined);
  const code = ranks[rank];
  if (code === undefined) return undefined;
  const isJoined = mostly(code, (cell) => codeCells(cell).some(({ shape }) => shape === "joined"));
  // Where the titles tell nothing, only what looks like a code is one.
  if (rank === 3 && !isJoined) return undefined;
  const resolution = named(ofResolution, [code, status]);
  const taken = [code, status, resolution];
  const text = named(ofText, taken);
  const title = named(ofTitle, [...taken, text]);
  const longest = columns
    .filter((at) => ![...taken, title].includes(at))
    .sort((a, b) => lengthOf(cellsAt(b)) - lengthOf(cellsAt(a)))[0];
  const says = (["errors", "codes", "names", "nothing"] as const)[rank]!;
  return { code, says, status, title, text: text === -1 ? (longest ?? -1) : text, resolution };
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, { length }) => sum + length, 0);
}
