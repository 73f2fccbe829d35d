import { type Node, textAt } from "../../read/source.js";
import type { Retry } from "../../runtime/category.js";
import { humanise } from "../definitions/humanise.js";
import { plainName } from "../texts/code-cell.js";
import { codeColumns } from "../texts/code-columns.js";
import { listItem, partsOfItem } from "../texts/list-item.js";
import { statusesIn } from "../texts/statuses-in.js";
import { blocksOf } from "../texts/text-blocks.js";

/** What a document says of a code outside of `x-error`. */
export interface SaidOfCode {
  readonly title: string | undefined;
  readonly meaning: string | undefined;
  readonly resolution: string | undefined;
  /** The status that it usually comes with. */
  readonly status: string | undefined;
  readonly retry: Retry | undefined;
  readonly deprecated: boolean | undefined;
  readonly since: string | undefined;
  readonly replacedBy: string | undefined;
}

export const nothingOfCode: SaidOfCode = {
  title: undefined,
  meaning: undefined,
  resolution: undefined,
  status: undefined,
  retry: undefined,
  deprecated: undefined,
  since: undefined,
  replacedBy: undefined,
};

/**
 * What the description of an enum says of its codes, one by one. A single one may be there by chance.
 *
 * @example "* `conflict` - the data would contradict itself.\n* `not_found` - there is no such thing."
 */
export function saidInList(holder: Node, codes: readonly string[]): ReadonlyMap<string, SaidOfCode> {
  const known = new Set(codes);
  const description = textAt(holder, "description") ?? "";
  const rows = blocksOf(description).flatMap((block) => {
    const read =
      block.kind === "table" ? readerOfRows(block.rows, known) : ([item = ""]: Row) => saidInItem(item, known);
    return block.rows.map(read);
  });
  const said = saidIn(rows, known);
  return said.size > 0
    ? said
    : saidIn(
        piecesOf(description).map((piece) => saidInItem(piece, known)),
        known,
      );
}

function saidIn(rows: readonly SaidInRow[], known: ReadonlySet<string>): ReadonlyMap<string, SaidOfCode> {
  const said = new Map<string, SaidOfCode>();
  for (const { code, ...own } of rows) {
    const isSaid = own.meaning !== undefined || own.title !== undefined;
    if (code !== undefined && known.has(code) && isSaid && !said.has(code))
      said.set(code, { ...nothingOfCode, ...own, status: own.status ?? /^[45]\d\d\b/.exec(own.meaning ?? "")?.[0] });
  }
  return said.size > 1 ? said : new Map();
}

/** More than a description of an enum that a tool wrote has. */
const maxPieces = 20_000;

/**
 * `0 = Unknown, 1 = NotFound`, sentences that begin with a code, or each in a paragraph of its own, as tools for .NET write
 * it: no list of Markdown.
 */
function piecesOf(description: string): string[] {
  return description.slice(0, maxPieces).split(/[\r\n]+|[,;] |(?<=\.) (?=`)/);
}

type Row = readonly string[];
type SaidInRow = Partial<SaidOfCode> & { readonly code: string | undefined };

function saidInItem(text: string, known: ReadonlySet<string>): SaidInRow {
  const [head, rest] = partsOfItem(text);
  const item = listItem(text, (name) => known.has(name));
  if (item && (item.name !== undefined || item.statuses.length > 0))
    return { code: item.cell.code, title: titleOf(item.name), meaning: item.text, status: onlyOf(item.statuses) };
  return { code: plainName(head), meaning: rest === "" ? undefined : rest };
}

function onlyOf([only, ...others]: readonly string[]): string | undefined {
  return others.length === 0 ? only : undefined;
}

/** By the titles of the columns; where these do not tell, what stands beside a code is said of it. */
function readerOfRows([titles = [], ...rows]: readonly Row[], known: ReadonlySet<string>): (row: Row) => SaidInRow {
  const columns = codeColumns(titles, rows);
  return (row) => {
    const at = row.findIndex((cell) => known.has(plainName(cell)));
    const cellAt = (index: number) => row[index]?.trim() || undefined;
    if (at === -1) return { code: undefined };
    const code = plainName(row[at]!);
    if (columns?.code !== at) return { code, meaning: cellAt(at + 1) };
    const status = onlyOf(statusesIn(cellAt(columns.status) ?? ""));
    const said = { title: titleOf(cellAt(columns.title)), meaning: cellAt(columns.text) };
    return { code, ...said, resolution: cellAt(columns.resolution), status };
  };
}

/** A name is made a heading of; one in words is one. */
export function titleOf(name: string | undefined): string | undefined {
  return name === undefined || /\s/.test(name) ? name : humanise(name);
}
