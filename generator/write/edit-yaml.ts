import { isDeepStrictEqual } from "node:util";
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import { yaml } from "../read/yaml-library.js";

/**
 * A YAML text with one member more in the map at a path, or one item more in the list there; undefined where it can't
 * be done and mean what it should. All else stays as it is, to the byte, wherever lines can be put between others: else
 * the library prints it anew, with its comments.
 */
export function yamlWith(text: string, path: readonly string[], name: string | undefined, value: unknown) {
  const { parseDocument } = yaml();
  const document = parseDocument(text, { logLevel: "silent" });
  const meant = parseDocument(text, { logLevel: "silent" });
  if (document.errors.length > 0) return undefined;
  try {
    if (name === undefined) meant.addIn(path, meant.createNode(value));
    else meant.setIn([...path, name], meant.createNode(value));
    const expected: unknown = meant.toJS();
    const means = (candidate: string) => {
      const read = parseDocument(candidate, { logLevel: "silent" });
      return read.errors.length === 0 && isDeepStrictEqual(read.toJS(), expected);
    };
    const attempts = [
      () => splice(text, document, path, name, value),
      () => fill(text, document, path, name, value),
      () => inLinesOf(text, meant.toString({ lineWidth: 0, indent: indentOf(text, document) })),
    ];
    for (const attempt of attempts) {
      const candidate = attempt();
      if (candidate !== undefined && means(candidate)) return candidate;
    }
    return undefined;
  } catch {
    // The path leads through a text or an alias.
    return undefined;
  }
}

/** The lines go behind the last one of the block that they belong to, as far in as the others; in braces, behind the last value. */
function splice(text: string, document: Document, path: readonly string[], name: string | undefined, value: unknown) {
  const { isMap, isSeq } = yaml();
  const holder = path.length === 0 ? document.contents : (document.getIn(path, true) as Node | null);
  const added = name === undefined ? [value] : { [name]: value };
  if (path.length === 0 && !holder)
    return `${text.trimEnd()}${text.trim() === "" ? "" : inLinesOf(text, "\n\n")}${block(text, document, added, 0)}`;
  if (!(isMap(holder) || isSeq(holder)) || holder.items.length === 0) return undefined;
  if (holder.flow) {
    const end = lastEnd(holder);
    const inBraces = yaml().stringify(value, { lineWidth: 0, collectionStyle: "flow" }).trim();
    return `${text.slice(0, end)}, ${name === undefined ? "" : `${name}: `}${inBraces}${text.slice(end)}`;
  }
  const column = columnOf(text, holder.items[0] as Node | Pair, isSeq(holder));
  if (column === undefined) return undefined;
  const gap = path.length === 0 ? inLinesOf(text, "\n") : "";
  return afterLine(text, text.slice(0, endOf(holder)).trimEnd().length, gap + block(text, document, added, column));
}

/** A member that is there and empty: its value goes below it, and what is said about it stays. */
function fill(text: string, document: Document, path: readonly string[], name: string | undefined, value: unknown) {
  const { isMap, isPair } = yaml();
  const holder = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(holder) ? holder.items.find(({ key }) => String(key) === name) : undefined;
  if (!isPair(pair)) return undefined;
  const [start = 0, end = start] = (pair.value as Node | null)?.range ?? (pair.key as Node).range?.slice(1) ?? [];
  const column = columnOf(text, pair as Pair, false);
  if (column === undefined) return undefined;
  const rest = text.slice(end).replace(/^[ \t]+/, "");
  const before = rest.startsWith("#") ? text.slice(0, start) : text.slice(0, start).trimEnd();
  return afterLine(before + rest, before.length, block(text, document, value, column + indentOf(text, document)));
}

/** Lines behind the one that an offset is in. */
function afterLine(text: string, offset: number, lines: string): string {
  const end = offset + text.slice(offset).search(/\r?\n|$/);
  const next = text.indexOf("\n", end) + 1;
  return next === 0 ? text + inLinesOf(text, "\n") + lines : text.slice(0, next) + lines + text.slice(next);
}

/** A value in lines of its own, so far in. */
function block(text: string, document: Document, value: unknown, column: number): string {
  const lines = yaml().stringify(value, { lineWidth: 0, indent: indentOf(text, document) });
  return inLinesOf(text, lines.replaceAll(/^(?=.)/gm, " ".repeat(column)));
}

/** How far in the first item stands; undefined where something else begins its line. */
function columnOf(text: string, first: Node | Pair, isItem: boolean): number | undefined {
  const { isPair } = yaml();
  const at = (isPair(first) ? (first.key as Node) : first).range?.[0] ?? 0;
  const start = isItem ? text.lastIndexOf("-", at) : at;
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^ *$/.test(before) ? before.length : undefined;
}

/** Where the last value of a block ends: its own range takes in the comments of what comes next. */
function endOf(node: Node): number {
  const { isMap, isSeq } = yaml();
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0 ? lastEnd(node) : (node.range?.[1] ?? 0);
}

/** Where the last value in a collection ends. */
function lastEnd({ items }: YAMLMap | YAMLSeq): number {
  const { isPair } = yaml();
  const last = items.at(-1) as Node | Pair | undefined;
  const inner = isPair(last) ? ((last.value ?? last.key) as Node | null) : last;
  return inner ? endOf(inner) : 0;
}

/** How far in a map stands that is a member of the outermost one. */
function indentOf(text: string, { contents }: Document): number {
  const { isMap } = yaml();
  const inner = isMap(contents) ? contents.items.map(({ value }) => value).find((value) => isMap(value)) : undefined;
  if (!isMap(inner) || inner.flow || !inner.items[0]) return 2;
  return columnOf(text, inner.items[0] as Pair, false) || 2;
}

/** With the line breaks that a text has. */
function inLinesOf(text: string, lines: string): string {
  return text.includes("\r\n") ? lines.replaceAll(/\r?\n/g, "\r\n") : lines;
}
