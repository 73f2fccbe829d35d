import { type CodeCell, codeCell } from "./code-cell.js";
import { statusesIn } from "./statuses-in.js";

/** An item of a list that says something of a name: `404 - not_found: text`. */
export interface ListItem {
  readonly cell: CodeCell;
  readonly statuses: readonly string[];
  /** A name beside the code: `4 - TableNotFound: text`. */
  readonly name: string | undefined;
  readonly text: string | undefined;
}

/** What parts a name from what is said of it: a bar, a colon, a dash or an arrow that stands alone. */
const parting =
  /(?<!\s)\s*(?:(?<!\\)\||:(?=\s|$|[\u3040-\u9fff\uac00-\ud7a3])|\uff1a|(?:(?<![-=\u2013\u2014])[-=\u2013\u2014]+>?|\u2192)(?=\s|$))\s*/;
const statusFirst =
  /^[*`(]*(?:HTTP\s)?([45](?:\d\d|xx)(?:(?:\s?[,/&]\s?|\s(?:or|and)\s)[45](?:\d\d|xx)){0,9})[*`)]*(?:\s*[:|/\u2013\u2014-]\s*|\s+)(?=\S)/i;
/** What stands in brackets behind a name, where it is a status. */
const statusInBrackets = /^(?:(?:HTTP|status|code|error)\s{0,2}){0,3}:?\s{0,2}([45](?:\d\d|xx)[^()[\]]{0,60})[)\]]$/i;
/** What stands between a marked name and what it is given for: `` `too_long` is returned when ... ``. */
const given =
  /^([`*]{1,3}[^\s`*]+[`*]{1,3})\s+((?:(?:is|are|can|may|will|be|error|errors)\s+){0,3}(?:(?:returned|thrown|raised|sent|given|appears?|occurs?|happens?)\s+)?)(?=(?:when|if|where|because|in case)\s)/i;
/** `` `too_long` The text has more than 80 letters ``: a name in marks of which a sentence follows. */
const marked = /^(`[^\s`]+`|\*\*[^\s*]+\*\*)\s+(?=[\p{Lu}\p{Lo}])/u;
const nameBehind = /^(\S+)\s*\(([A-Za-z][\w .-]{0,60})\)$/;

/** Reads one item; undefined where it does not begin with a name. A number that `isCode` is no status before one. */
export function listItem(item: string, isCode: (name: string) => boolean = () => false): ListItem | undefined {
  const text = item.trim();
  const found = statusFirst.exec(text);
  const first = found && !isCode(found[1]!) ? found : null;
  // A number before another name is a status; one before words may be a code.
  const behind = first ? itemOf(text.slice(first[0].length)) : undefined;
  if (first && behind && behind.cell.shape === "joined")
    return { ...behind, statuses: behind.statuses.length > 0 ? behind.statuses : statusesIn(first[1]!) };
  return itemOf(text);
}

/** The name that an item begins with, and what is said of it; empty where it says nothing. */
export function partsOfItem(text: string): readonly [head: string, said: string] {
  const told = given.exec(text);
  if (told) return [told[1]!, capital(text.slice(told[0].length).trim())];
  const split = parting.exec(text);
  const found = marked.exec(text);
  if (found && codeCell(found[1]!)?.shape === "joined" && (!split || split.index > found[0].length))
    return [found[1]!, text.slice(found[0].length).trim()];
  if (!split) return [text.trim(), ""];
  return [
    text.slice(0, split.index).trim(),
    text.slice(split.index + split[0].length).replace(/(?<![\s|])[\s|]+$/, ""),
  ];
}

function itemOf(text: string): ListItem | undefined {
  const [head, rest] = partsOfItem(text);
  const bracket = Math.max(head.lastIndexOf("("), head.lastIndexOf("["));
  const status = bracket < 0 ? null : statusInBrackets.exec(head.slice(bracket + 1));
  const term = status ? head.slice(0, bracket).trim() : head;
  const both = nameBehind.exec(term);
  const cell = codeCell(both ? both[1]! : term);
  if (!cell) return undefined;
  const { name, said } = nameIn(rest.replaceAll("\\|", "|"), cell);
  return {
    cell,
    statuses: status ? statusesBehind(status[1]!) : (/^[45]\d\d\b/.exec(rest) ?? []),
    name: both?.[2] ?? name,
    text: said === "" ? undefined : said,
  };
}

/** All that stand there, else the one that words follow. */
function statusesBehind(text: string): readonly string[] {
  const all = statusesIn(text);
  return all.length > 0 ? all : [text.slice(0, 3).toUpperCase()];
}

/** A number has a name behind it, before its text: a single one, or a few words before a colon. */
function nameIn(rest: string, { shape }: CodeCell): { readonly name: string | undefined; readonly said: string } {
  if (shape !== "number") return { name: undefined, said: rest };
  const split = parting.exec(rest);
  const head = split ? rest.slice(0, split.index) : rest;
  const cell = codeCell(head);
  const isName = cell !== undefined && cell.shape !== "number" && (split !== null || cell.shape === "joined");
  const isWords = split !== null && /^[A-Z][\w' -]{0,60}$/.test(head);
  if (!isName && !isWords) return { name: undefined, said: rest };
  return { name: isName ? cell.code : head, said: split ? rest.slice(split.index + split[0].length) : "" };
}

/** What is left of a sentence begins as one. */
function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
