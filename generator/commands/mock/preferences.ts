import { suggest } from "../../problem/suggest.js";
import { printable } from "../../runtime/text.js";

/** What a request may ask of the mock. */
export const preferenceNames = ["error", "code", "example", "failure", "retry-after", "delay", "times", "run"] as const;

export type PreferenceName = (typeof preferenceNames)[number];

export type Preferences = Readonly<Partial<Record<PreferenceName, string>>>;

/** What a request asks for, and the request without that. */
export interface Taken {
  readonly preferences: Preferences;
  /** The path and the query that are left. */
  readonly url: string;
  /** What is left of `Prefer`; undefined where it is nothing. */
  readonly prefer: string | undefined;
  /** Whether all of it was said in the path, so that it is about every operation. */
  readonly isForAll: boolean;
  /** What was probably meant as one of them, and is none. */
  readonly misspelt: string | undefined;
}

/**
 * Takes from a request what is said to the mock: preferences of RFC 7240, parameters like `__error` of its query, and the
 * same as the first step of its path, for clients of which only the base URL can be set. What stands nearer wins.
 */
export function takePreferences(url: string, prefer: string | undefined): Taken {
  const { path, query, ofPath } = splitUrl(url);
  const inHeader = itemsOf(prefer ?? "");
  const inQuery = query.map((pair) => ({ pair, name: nameIn(pair), value: valueIn(pair) }));
  const own = inQuery.filter(({ name }) => isPreference(name.slice(2)));
  const preferences = [
    ...ofPath.map((pair) => [nameIn(pair), valueIn(pair)] as const),
    ...own.map(({ name, value }) => [name, value] as const),
    // Of one that is given twice, the first counts (RFC 7240, 2).
    ...inHeader.map(({ name, value }) => [`__${name}`, value] as const).reverse(),
  ].filter(([name]) => isPreference(name.slice(2)));
  const left = query.filter((pair) => !own.some((each) => each.pair === pair));
  const others = inHeader.filter(({ name }) => !isPreference(name));
  const said = [
    ...[...ofPath, ...left].map(nameIn).filter((name) => name.startsWith("__") && !isPreference(name.slice(2))),
    ...others.map(({ name }) => name),
  ];
  return {
    preferences: Object.fromEntries(preferences.map(([name, value]) => [name.slice(2), value])),
    url: left.length > 0 ? `${path}?${left.join("&")}` : path,
    prefer: others.length > 0 ? others.map(({ text }) => text).join(", ") : undefined,
    isForAll: own.length === 0 && others.length === inHeader.length,
    misspelt: said.map(misspeltIn).find((text) => text !== undefined),
  };
}

function isPreference(name: string): name is PreferenceName {
  return (preferenceNames as readonly string[]).includes(name);
}

function misspeltIn(name: string): string | undefined {
  const meant = suggest(name.replace(/^__/, "").toLowerCase(), preferenceNames);
  return meant && `\`${printable(name)}\` is none: it may be \`${name.startsWith("__") ? "__" : ""}${meant}\``;
}

function splitUrl(url: string) {
  const [whole = "", query = ""] = splitAt(url, "?");
  const [, first = ""] = /^\/(__[^/=]*=[^/]*)/.exec(whole) ?? [];
  const pairs = (text: string) => text.split("&").filter((pair) => pair !== "");
  return {
    path: first === "" ? whole : whole.slice(first.length + 1) || "/",
    query: pairs(query),
    ofPath: pairs(first),
  };
}

function nameIn(pair: string): string {
  return decoded(splitAt(pair, "=")[0]).toLowerCase();
}

function valueIn(pair: string): string {
  return decoded(splitAt(pair, "=")[1] ?? "");
}

function splitAt(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

interface Item {
  readonly name: string;
  readonly value: string;
  /** As it came. */
  readonly text: string;
}

/** The preferences of a header: commas between them, `name=value`, a value in quotes or without; parameters stay with their text. */
function itemsOf(header: string): Item[] {
  const items: Item[] = [];
  let [start, inQuotes] = [0, false];
  for (let at = 0; at <= header.length; at += 1) {
    const character = header[at];
    if (inQuotes && character === "\\") at += 1;
    else if (character === '"') inQuotes = !inQuotes;
    if ((character === "," && !inQuotes) || at >= header.length) {
      const text = header.slice(start, at).trim();
      if (text !== "") items.push(itemOf(text));
      start = at + 1;
    }
  }
  return items;
}

function itemOf(text: string): Item {
  const [name, value = ""] = splitAt(text, "=");
  return { name: (splitAt(name, ";")[0] ?? "").trim().toLowerCase(), value: wordIn(value.trim()), text };
}

/** A token, or a quoted string. Codes have characters that no token has, and need no quotes for that. */
function wordIn(text: string): string {
  if (!text.startsWith('"')) return inUtf8(splitAt(text, ";")[0].trim());
  const [, inner = ""] = /^"((?:[^"\\]|\\.)*)/.exec(text) ?? [];
  return inUtf8(inner.replace(/\\(.)/g, "$1"));
}

/** Headers come as bytes of Latin-1; what sends others means UTF-8. */
function inUtf8(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  const read = Buffer.from(text, "latin1").toString("utf8");
  return read.includes("\ufffd") ? text : read;
}
