import { collectionPlace, type Place, scalarPlace } from "./outline.js";
import type { LongEnds } from "./source.js";

/** What JSON.parse does not tell of a text that it takes: keys that stand twice, nesting without an end, and too many values. */
export type Irregularity =
  | { readonly kind: "duplicate"; readonly key: string; readonly offset: number; readonly first: number }
  | { readonly kind: "depth" | "count"; readonly offset: number };

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];

/** Whoever has more of them has one mistake, not many. */
const maxFound = 100;

/** How many levels a text may have, values in all, and entries in one map or list. */
interface Limits {
  readonly maxDepth: number;
  readonly maxValues: number;
  readonly maxEntries: number;
}

/** Characters that are read again sooner than an entry for them is kept. */
const short = 1000;

/** What a text has that no value tells of: its irregularities, and where what is long in it ends. */
interface Scan {
  readonly found: readonly Irregularity[];
  readonly longEnds: LongEnds;
}

/** Reads a text that may be JSON for what JSON.parse does not tell. */
export function scanJson(text: string, { maxDepth, maxValues, maxEntries }: Limits): Scan {
  const longEnds = new Map<number, number>();
  // Each value but the first stands behind a comma or a bracket.
  let values = 0;
  const found: Irregularity[] = [];
  // For each level, the keys seen so far; none for a list.
  const levels: (Map<string, number> | undefined)[] = [];
  // How many commas part what each holds, and where it begins.
  const commas: number[] = [0];
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote: {
        const end = endOfString(text, at);
        if (text.charCodeAt(skipBlanks(text, end)) === colon) {
          const keys = levels.at(-1);
          const key = stringAt(text, at, end);
          const first = keys?.get(key);
          if (first === undefined) keys?.set(key, at);
          else if (found.push({ kind: "duplicate", key, offset: at, first }) === maxFound) return { found, longEnds };
        }
        at = end - 1;
        break;
      }
      case 0x7b:
      case 0x5b:
        values += 1;
        levels.push(text[at] === "{" ? new Map() : undefined);
        commas.push(0);
        starts.push(at);
        if (levels.length > maxDepth) return { found: [...found, { kind: "depth", offset: at }], longEnds };
        break;
      case 0x7d:
      case 0x5d: {
        levels.pop();
        commas.pop();
        const start = starts.pop() ?? at;
        if (at - start > short) longEnds.set(start, at + 1);
        break;
      }
      case comma:
        values += 1;
        commas[commas.length - 1] = (commas.at(-1) ?? 0) + 1;
        if (values > maxValues || (commas.at(-1) ?? 0) >= maxEntries)
          return { found: [...found, { kind: "count", offset: at }], longEnds };
    }
  }
  return { found, longEnds };
}

/** A text that JSON.parse takes, as its values are looked for. */
interface Text {
  readonly text: string;
  readonly longEnds: LongEnds;
}

/** Where the values of a text that JSON.parse takes stand. */
export function outlineOfJson(text: string, longEnds: LongEnds): Place {
  return placeAt({ text, longEnds }, skipBlanks(text, 0), undefined);
}

function placeAt(whole: Text, offset: number, key: number | undefined): Place {
  const opening = whole.text[offset];
  if (opening === "{") return collectionPlace(key, offset, () => membersAt(whole, offset));
  if (opening === "[") return collectionPlace(key, offset, () => itemsAt(whole, offset));
  return scalarPlace(key, offset);
}

function membersAt(whole: Text, opening: number): Map<string, Place> {
  const { text } = whole;
  const places = new Map<string, Place>();
  for (let at = skipBlanks(text, opening + 1); text[at] === '"'; ) {
    const keyEnd = endOfString(text, at);
    const value = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    places.set(stringAt(text, at, keyEnd), placeAt(whole, value, at));
    at = behindComma(whole, value);
  }
  return places;
}

function itemsAt(whole: Text, opening: number): Map<string, Place> {
  const { text } = whole;
  const places = new Map<string, Place>();
  for (let at = skipBlanks(text, opening + 1); at < text.length && text[at] !== "]"; at = behindComma(whole, at))
    places.set(String(places.size), placeAt(whole, at, undefined));
  return places;
}

/** Where the next member or item begins, or the bracket that closes. */
function behindComma(whole: Text, value: number): number {
  const { text } = whole;
  const next = skipBlanks(text, endOfValue(whole, value));
  return text[next] === "," ? skipBlanks(text, next + 1) : next;
}

function endOfValue({ text, longEnds }: Text, start: number): number {
  const opening = text.charCodeAt(start);
  if (opening === quote) return endOfString(text, start);
  if (opening === 0x7b || opening === 0x5b) return longEnds.get(start) ?? endOfCollection(text, start);
  // A number or a word ends where something else begins.
  let end = start + 1;
  while (/[\w+.-]/.test(text[end] ?? "")) end += 1;
  return end;
}

function endOfCollection(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at) - 1;
        break;
      case 0x7b:
      case 0x5b:
        depth += 1;
        break;
      case 0x7d:
      case 0x5d:
        depth -= 1;
        if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** The offset behind the closing quote. */
function endOfString(text: string, opening: number): number {
  for (let end = text.indexOf('"', opening + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

function stringAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : raw;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}
