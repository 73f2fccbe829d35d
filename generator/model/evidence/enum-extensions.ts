import { child, isObject, items, members, type Node } from "../../read/source.js";
import { humanise } from "../definitions/humanise.js";
import { type ExtensionEntry, nothingSaid, retryOf } from "./extension-entry.js";
import { valuesOfPattern } from "./listing-pattern.js";

/** What the name of an extension says that its texts are, word by word. */
const kinds: readonly (readonly [kind: TextKind, words: RegExp])[] = [
  ["deprecated", /^(?:deprecated|deprecations?|obsolete)$/],
  ["retry", /^(?:retry|retryable|retries)$/],
  ["status", /^(?:status|statuses|http)$/],
  [
    "resolution",
    /^(?:instructions?|resolutions?|remed(?:y|ies)|actions?|fix(?:es)?|hints?|recover(?:y|ies)?|solutions?)$/,
  ],
  [
    "meaning",
    /^(?:desc|descriptions?|meanings?|docs?|documentation|comments?|messages?|texts?|explanations?|details?)$/,
  ],
  ["title", /^(?:titles?|labels?|names?|varnames?|summar(?:y|ies))$/],
];

type TextKind = "deprecated" | "retry" | "status" | "resolution" | "meaning" | "title";

/** Extensions that list values as an enum does, and leave room for more. */
export const openEnums = ["x-extensible-enum", "x-enum", "x-namespaced-enum"] as const;

/** The values that stand at a schema: those of its enum, else those that an extension or a pattern lists. */
export function enumValuesAt(schema: Node): Node[] {
  const pattern = child(schema, "pattern");
  const lists = ["enum", ...openEnums].map((name) => items(child(schema, name)));
  const listed = lists.find(({ length }) => length > 0);
  return listed ?? valuesOfPattern(pattern.value).map((value) => ({ ...pattern, value }));
}

/** What says which value an entry of a list is about. */
const ofValue = ["value", "code", "key", "name"];

/**
 * Whatever an extension says of the values of an enum, one by one: a map whose keys are values or their names, a list along
 * the values, or a list of some of them that are deprecated.
 */
export function enumTexts(
  schema: Node,
  isKnown: (name: string) => boolean,
  ofObject: (code: string, said: Node) => ExtensionEntry[],
): ExtensionEntry[] {
  const extensions = members(schema)
    .filter(([name]) => name.startsWith("x-") && !isKnown(name))
    .flatMap(partsOfOne);
  if (extensions.length === 0) return [];
  const values = enumValuesAt(schema).map(({ value }) => String(isObject(value) ? value.value : value));
  const codes = new Map([...namesOf(schema, values), ...values.map((value) => [value, value] as const)]);
  return extensions.flatMap(([name, said]) => {
    const kind = kindOf(name);
    const pairs = pairsOf(said, values, codes, kind === "deprecated");
    const isNames = kind === undefined && namesNumbers(name, pairs);
    const isWords =
      isNames || kind !== undefined || pairs.filter(([, { value }]) => hasWords(value)).length * 2 > pairs.length;
    return pairs.flatMap(([code, text]) => {
      if (isObject(text.value)) return ofObject(code, text);
      const entry = isWords ? saidAs(kind ?? (isNames ? "title" : "meaning"), text.value) : undefined;
      return entry ? [{ ...nothingSaid, code, ...entry, holder: text }] : [];
    });
  });
}

/** `x-apifox: { enumDescriptions: { … } }`: an extension that holds others, known by what they are called. */
function partsOfOne(extension: readonly [name: string, said: Node]): (readonly [name: string, said: Node])[] {
  const below = isObject(extension[1].value) ? members(extension[1]) : [];
  const parts = below.filter(
    ([name, { value }]) => /^(?:x-)?enum/i.test(name) && typeof value === "object" && value !== null,
  );
  return parts.length > 0 ? parts : [extension];
}

/** `x-enum-varnames`: what programs call the values, which other extensions may call them too (swag's `x-enum-comments`). */
function namesOf(schema: Node, values: readonly string[]): (readonly [name: string, code: string])[] {
  const lists = members(schema).filter(([name, { value }]) => Array.isArray(value) && kindOf(name) === "title");
  return lists.flatMap(([, list]) => {
    const names = items(list);
    return names.length === values.length ? names.map(({ value }, at) => [String(value), values[at]!] as const) : [];
  });
}

/** `x-speakeasy-enums: { "4": "NoTable", "5": "TableExists" }`: numbers with a name each. */
function namesNumbers(extension: string, pairs: readonly (readonly [code: string, said: Node])[]): boolean {
  const names = pairs.map(([, { value }]) => value);
  const areNames = names.every((name) => typeof name === "string" && /^[A-Za-z]\w{2,}$/.test(name));
  const areNumbers = pairs.every(([code]) => /^-?\d+$/.test(code));
  return /enum/i.test(extension) && areNumbers && areNames && new Set(names).size === names.length;
}

/** Each code with what is said of it; `codes` has them by what they may be called. */
function pairsOf(
  said: Node,
  values: readonly string[],
  codes: ReadonlyMap<string, string>,
  isSelection: boolean,
): (readonly [string, Node])[] {
  const list = items(said);
  if (isSelection && list.length > 0 && list.every(({ value }) => codes.has(String(value))))
    return list.map((item) => [codes.get(String(item.value))!, { ...item, value: true }] as const);
  const told = list.flatMap((item) => {
    const about = ofValue.map((name) => codes.get(String(child(item, name).value))).find((code) => code !== undefined);
    return about === undefined ? [] : [[about, item] as const];
  });
  // By what its entries say, wherever they stand.
  if (told.length > 0 && told.length === list.length) return told;
  if (list.length > 0) return list.length === values.length ? list.map((item, at) => [values[at]!, item] as const) : [];
  const all = members(said);
  const own = all.flatMap(([key, text]) => (codes.has(key) ? [[codes.get(key)!, text] as const] : []));
  return own.length * 2 > all.length ? own : [];
}

function saidAs(kind: TextKind, value: unknown): Partial<ExtensionEntry> | undefined {
  if (kind === "deprecated") return value === true || hasWords(value) ? { deprecated: true } : undefined;
  if (kind === "retry") return retryOf(value) && { retry: retryOf(value) };
  if (kind === "status") return /^[45](?:\d\d|xx)$/i.test(String(value)) ? { status: String(value) } : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const text = value.trim();
  return { [kind]: kind === "title" && !hasWords(text) ? humanise(text) : text };
}

/** By its last word that says so: `x-error-titles` has titles, `x-enum-description` descriptions. */
function kindOf(name: string): TextKind | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const known = words.map((word) => kinds.find(([, pattern]) => pattern.test(word))?.[0]);
  return known.includes("deprecated") ? "deprecated" : known.findLast((kind) => kind !== undefined);
}

function hasWords(value: unknown): boolean {
  return typeof value === "string" && /\S\s+\S/.test(value.trim());
}
