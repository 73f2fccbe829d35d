import type { Problem } from "../problem/problem.js";
import { escapeToken } from "../runtime/pointer.js";

/** One file that was read: its text, and the value it holds. */
export interface Source {
  /** As a person would type it: relative to the working folder where it lies below it. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Of a text that is known to be JSON: where what is long in it ends, by where it begins. */
  readonly longEnds?: LongEnds | undefined;
  /** What overlays put into the value, the last one last. */
  readonly origins?: readonly Origin[] | undefined;
}

/** The offset behind each map and list that is long, so that nobody has to read one to get past it. */
export type LongEnds = ReadonlyMap<number, number>;

/** What stands below a pointer came from another file. */
export interface Origin {
  readonly pointer: readonly string[];
  readonly node: Node;
}

/** The value of a text, or what is wrong with it. */
export type Parsed = Pick<Source, "value" | "longEnds"> | { readonly problems: readonly Problem[] };

/** A value together with where it stands, so that every problem can say so. */
export interface Node {
  readonly source: Source;
  /** What it is a member or an item of; undefined for the root. */
  readonly parent: Node | undefined;
  /** Its name or index there. */
  readonly key: string;
  readonly value: unknown;
  /** Of a value that was made of several: which of those that stand for one place, and the node that tells of it. */
  readonly made?: { readonly variant: string; readonly about: Node } | undefined;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function rootOf(source: Source): Node {
  return { source, parent: undefined, key: "", value: source.value };
}

/** A member of an object or an item of an array; its value is undefined where there is none. */
export function child(node: Node, ...path: readonly (string | number)[]): Node {
  const { source } = node;
  let at = node;
  for (const step of path) {
    const key = String(step);
    at = { source, parent: at, key, value: ownMember(at.value, key) };
  }
  return at;
}

/** The members of an object, each with its key; none where the value is no object. */
export function members(node: Node): (readonly [key: string, member: Node])[] {
  const { source, value } = node;
  if (!isObject(value)) return [];
  return Object.keys(value).map((key) => [key, { source, parent: node, key, value: value[key] }] as const);
}

/** The names of the members of an object, for who looks at few of these. */
export function keysOf({ value }: Node): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** The items of an array; none where the value is no array. */
export function items(node: Node): Node[] {
  return Array.isArray(node.value) ? node.value.map((_, index) => child(node, index)) : [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text at a member, where it is text. */
export function textAt(node: Node, ...path: readonly string[]): string | undefined {
  const { value } = child(node, ...path);
  return typeof value === "string" ? value : undefined;
}

/** The steps from the root of its file to a node: spelled out only where somebody asks, as most nodes are passed by. */
export function pointerOf(node: Node): string[] {
  const steps: string[] = [];
  for (let at = node; at.parent; at = at.parent) steps.push(at.key);
  return steps.reverse();
}

/** A key for what a node points to: the same for two nodes at one place. */
export function identity(node: Node): string {
  const place = `${node.source.path}#${pointerText(pointerOf(node))}`;
  return node.made ? `${place} ${node.made.variant}` : place;
}

const leadsTo = new WeakMap<object, Node>();

/** A reference to a node wherever it stands, for a value that is made of others. */
export function referenceTo(node: Node): JsonObject {
  const reference = { $ref: "" };
  leadsTo.set(reference, node);
  return reference;
}

/** What such a reference leads to; undefined for one that is written in a document. */
export function madeTarget(value: unknown): Node | undefined {
  return isObject(value) ? leadsTo.get(value) : undefined;
}

/** A JSON Pointer (RFC 6901) as text. */
export function pointerText(tokens: readonly string[]): string {
  return tokens.map((token) => `/${escapeToken(token)}`).join("");
}

function ownMember(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
