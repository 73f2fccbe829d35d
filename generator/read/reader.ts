import { dirname, resolve } from "node:path";
import type { Finding, Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { referenceDangling, referenceOutside, referenceToUrl } from "../problem/references.js";
import { suggest } from "../problem/suggest.js";
import { tokensOf } from "../runtime/pointer.js";
import {
  areBelow,
  type FileInput,
  type OpenedFile,
  pathOf,
  readText,
  rootFolderOf,
  shownPath,
  type Unread,
} from "./file.js";
import { beginningOf } from "./lines.js";
import { meantReference, wayTo } from "./meant-reference.js";
import { parseMap, parseText } from "./parse.js";
import { anchored } from "./schema-anchors.js";
import { child, isObject, madeTarget, type Node, pointerText, rootOf, type Source } from "./source.js";

/** A document and the way to everything that it refers to. Other files are opened when a reference leads to them. */
export interface Sources {
  readonly document: Node;
  /** The folder that references may not leave. */
  readonly root: string;
  /** What a reference leads to, through any number of further ones. An unresolvable one gives an undefined value. */
  readonly follow: (node: Node) => Node;
  /** The same for one step, or what is wrong with the reference; undefined where the node is none. */
  readonly step: (node: Node) => Step | undefined;
  /** How many references stand one behind the other, beginning with the node; 0 where it is none. */
  readonly hops: (node: Node) => number;
  /** Every file that a reference led to so far, the document first. */
  readonly files: () => readonly OpenedFile[];
}

export type Step =
  | { readonly target: Node }
  | { readonly finding: Finding }
  | { readonly problems: readonly Problem[] };

export type ReadResult = { readonly sources: Sources } | { readonly problems: readonly Problem[] };

/** Reads a document. `root`: the folder that references may not leave. `source`: what stands for the document's file. */
export function readSources(input: FileInput, root?: string, source?: Source): ReadResult {
  const absolute = pathOf(input);
  const folder = root === undefined ? rootFolderOf(absolute) : resolve(root);
  const opened = source ? { source } : openSource(input, parseMap);
  if ("reason" in opened) {
    const position = beginningOf(shownPath(absolute));
    return { problems: [{ ...fileUnreadable(shownPath(absolute), opened), position }] };
  }
  if ("problems" in opened) return opened;
  const files = new Map<string, Opened>([[absolute, opened]]);

  const isBelow = areBelow(folder);
  const outside = new Set<string>();
  const openOnce = (file: string): Opened | undefined => {
    const known = files.get(file);
    if (known || outside.has(file)) return known;
    if (!isBelow(file)) {
      outside.add(file);
      return undefined;
    }
    const fresh = openSource(file, parseText);
    files.set(file, fresh);
    return fresh;
  };
  const named = ownName(opened.source);
  // Each reference of a file is asked for many times.
  const steps = new Map<Source, Map<string, Step>>();
  const step = (node: Node): Step | undefined => {
    const reference = referenceOf(node);
    if (reference === undefined) return undefined;
    const known = steps.get(node.source) ?? new Map<string, Step>();
    steps.set(node.source, known);
    const isDocument = named !== undefined && reference.split("#", 1)[0] === named;
    const from = isDocument ? opened.source : node.source;
    const next = known.get(reference);
    if (next) return next;
    // One that leads through itself leads nowhere.
    known.set(reference, { finding: referenceDangling(reference, undefined) });
    const found = stepTo(from, reference, {
      root: folder,
      openOnce,
      document: opened.source,
      follow: (at) => follow(at),
    });
    known.set(reference, found);
    return found;
  };
  // By the reference itself: a long way is gone once.
  const ends = new Map<unknown, Node>();
  const follow = (node: Node): Node => {
    const passed = new Set<unknown>();
    let at = node;
    while (referenceOf(at) !== undefined) {
      const end = madeTarget(at.value) ?? ends.get(at.value);
      const next = end ? { target: end } : step(at);
      // One that leads nowhere, or back to itself.
      if (!next || !("target" in next) || passed.has(at.value)) return { ...node, value: undefined };
      passed.add(at.value);
      at = next.target;
    }
    for (const reference of passed) ends.set(reference, at);
    return at;
  };
  return {
    sources: {
      document: rootOf(opened.source),
      root: folder,
      step,
      follow,
      hops: hopsBy(step),
      files: () => [
        ...[...files].map(([path, read]) => ({
          path,
          text: "source" in read ? read.source.text : undefined,
          root: read === opened && root === undefined ? folder : undefined,
        })),
        ...[...outside].map((path) => ({ path, text: undefined, isOutside: true }) as const),
      ],
    },
  };
}

/** Counts by the reference itself, so that a long way is counted once. A circle has no length. */
function hopsBy(step: Sources["step"]): Sources["hops"] {
  const lengths = new Map<unknown, number>();
  return (node) => {
    const passed: unknown[] = [];
    let at: Node | undefined = node;
    while (at && referenceOf(at) !== undefined && !lengths.has(at.value)) {
      lengths.set(at.value, 0);
      passed.push(at.value);
      const next = step(at);
      at = next && "target" in next ? next.target : undefined;
    }
    let length = at ? (lengths.get(at.value) ?? 0) : 0;
    for (const reference of passed.reverse()) {
      length += 1;
      lengths.set(reference, length);
    }
    return lengths.get(node.value) ?? 0;
  };
}

/** The text of a `$ref`; undefined where the node is no reference. */
function referenceOf(node: Node): string | undefined {
  if (!isObject(node.value) || !Object.hasOwn(node.value, "$ref")) return undefined;
  const { $ref } = node.value;
  return typeof $ref === "string" ? $ref : undefined;
}

type Opened = { readonly source: Source } | Unread | { readonly problems: readonly Problem[] };

/** Reads and parses one file. One that is referred to may hold anything, as an example that is a list; a document is a map. */
export function openSource(input: FileInput, parse: typeof parseText): Opened {
  const read = readText(input);
  if ("reason" in read) return read;
  const path = pathOf(input);
  const file = shownPath(path);
  const parsed = parse(file, read.text);
  return "problems" in parsed ? parsed : { source: { file, path, text: read.text, ...parsed } };
}

/** What a reference is followed with. */
interface Ways {
  readonly root: string;
  readonly openOnce: (file: string) => Opened | undefined;
  readonly document: Source;
  readonly follow: Sources["follow"];
}

function stepTo(from: Source, reference: string, { root, openOnce, document, follow }: Ways): Step {
  const [named = ""] = reference.split("#", 1);
  const fragment = reference.slice(named.length + 1);
  const file = named === ownName(from) ? "" : named;
  if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(file)) return { finding: referenceToUrl(reference, shownPath(root)) };
  let source = from;
  if (file !== "") {
    const path = resolve(dirname(from.path), decode(file));
    const opened = openOnce(path);
    if (opened === undefined) return { finding: referenceOutside(reference, shownPath(root)) };
    if ("reason" in opened) {
      const meant =
        meantReference(from, reference) ??
        componentNamed(document, reference, from === document ? "" : wayTo(document.path, from));
      return { finding: fileUnreadable(shownPath(path), meant ? { ...opened, fix: `write \`${meant}\`` } : opened) };
    }
    if ("problems" in opened) return opened;
    source = opened.source;
  }
  if (fragment !== "" && !fragment.startsWith("/")) return namedPart(source, reference, fragment);
  const tokens = tokensOf(decode(fragment));
  const target = through(rootOf(source), tokens, follow);
  if (target.value !== undefined) return { target };
  // A name that holds `%20` itself, by somebody who did not know that a reference is a URI.
  const literal = child(rootOf(source), ...tokensOf(fragment));
  if (literal.value !== undefined) return { target: literal };
  const inWhole = () => (source === from ? inDocument(from, document, tokens) : undefined);
  const meant = mended(source, tokens, file) ?? inWhole() ?? componentNamed(source, fragment, file);
  return { finding: referenceDangling(reference, meant) };
}

/** What `#Name` leads to: a schema that calls itself so, as JSON Schema has it. It is no pointer, which begins with `/`. */
function namedPart(source: Source, reference: string, name: string): Step {
  const target = anchored(source, decode(name));
  if (target) return { target };
  const file = reference.slice(0, -name.length - 1);
  const pointers = [[], ["components", "schemas"], ["components", "responses"]].map((path) => [...path, name]);
  const meant = pointers.find((path) => child(rootOf(source), ...path).value !== undefined) ?? tokensOf(`/${name}`);
  const isThere = child(rootOf(source), ...meant).value !== undefined;
  return { finding: referenceDangling(reference, isThere ? `${file}#${pointerText(meant)}` : undefined) };
}

/** What a document calls itself, whatever its file is called (OpenAPI 3.2, `$self`): its other files call it so too. */
function ownName({ value }: Source): unknown {
  return isObject(value) ? value.$self : undefined;
}

/** What a pointer leads to, past references on its way: in many documents `schemas` is one to a file that holds them all. */
function through(root: Node, tokens: readonly string[], follow: Sources["follow"]): Node {
  let at = root;
  for (const token of tokens) {
    const next = child(at, token);
    at = next.value === undefined && referenceOf(at) !== undefined ? child(follow(at), token) : next;
  }
  return at;
}

/** What a file says of the whole that it is a part of, as if it stood in there still. */
function inDocument(from: Source, document: Source, tokens: readonly string[]): string | undefined {
  if (from === document || child(rootOf(document), ...tokens).value === undefined) return undefined;
  return `${wayTo(document.path, from)}#${pointerText(tokens)}`;
}

/** `Taken`, `components/schemas/Taken`, `#/definitions/Taken`: the component of that name, where one has it. */
function componentNamed(document: Source, reference: string, way: string): string | undefined {
  // What names a file means one.
  if (/\.(?:ya?ml|json)(?:#|$)/.test(reference)) return undefined;
  const name = decode(reference.split(/[#/]/).at(-1) ?? "");
  const sections = ["schemas", "responses"].map((section) => ["components", section, name]);
  const found = sections.filter((path) => child(rootOf(document), ...path).value !== undefined);
  return found.length === 1 ? `${way}#${pointerText(found[0]!)}` : undefined;
}

/** The same reference with its first wrong name replaced by a known one that is almost the same, if that leads somewhere. */
function mended(source: Source, tokens: readonly string[], file: string): string | undefined {
  const root = rootOf(source);
  const wrong = tokens.findIndex((_, i) => child(root, ...tokens.slice(0, i + 1)).value === undefined);
  const parent = child(root, ...tokens.slice(0, wrong)).value;
  const name = isObject(parent) ? suggest(tokens[wrong] ?? "", Object.keys(parent)) : undefined;
  if (name === undefined) return undefined;
  const path = tokens.with(wrong, name);
  return child(root, ...path).value === undefined ? undefined : `${file}#${pointerText(path)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
