import { basename, extname } from "node:path";
import { once } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, isObject, items, type JsonObject, type Node } from "../../read/source.js";
import { schemaMaps } from "../../read/vocabulary.js";
import { conjunctionOf } from "./conjunction.js";
import { asSent } from "./sent-required.js";

/** Schemas by name, with all that they refer to. */
export interface Bundle {
  readonly schemas: Readonly<Record<string, unknown>>;
  /** Where each of them stands. */
  readonly origins: ReadonlyMap<string, Node>;
}

/** The names of the schemas that were asked for, in the same order; the schemas themselves are copied where they are needed. */
export interface NamedSchemas {
  readonly names: readonly string[];
  readonly bundle: () => Bundle;
}

export interface BundleOptions {
  /** What references between them begin with. */
  readonly prefix: string;
  /** Keywords that are left out. */
  readonly without: ReadonlySet<string>;
  /** What a schema that is asked for is called where it has no name of its own, in the order of those. */
  readonly called?: readonly string[];
}

/** How many references away a schema may be: those behind are left open, since nobody looks there. */
const maxDepth = 200;

/** Gathers schemas from wherever they stand. A component keeps its name; others are called as is asked, or after where they stand. */
export function bundleSchemas(roots: readonly Node[], follow: Sources["follow"], options: BundleOptions): NamedSchemas {
  const names = new Map<string, string>();
  const origins = new Map<string, Node>();
  const schemas: Record<string, unknown> = {};
  // Named already, and copied one after the other: some lead to one another over thousands of steps.
  const due: { readonly name: string; readonly target: Node; readonly depth: number }[] = [];
  const nameOf = (target: Node, depth: number, called?: string): string => {
    const known = names.get(identity(target));
    if (known !== undefined) return known;
    const name = freeName(called !== undefined && !hasName(target) ? called : ownName(target), schemas);
    names.set(identity(target), name);
    origins.set(name, target);
    schemas[name] = {};
    if (target.value !== undefined && depth <= maxDepth) due.push({ name, target, depth });
    return name;
  };
  const copy = (written: Node, depth: number, isNameMap = false): unknown => {
    const node = isNameMap ? written : conjunctionOf(written);
    if (Array.isArray(node.value)) return items(node).map((item) => copy(item, depth));
    if (!isObject(node.value)) return node.value;
    if (!isNameMap && typeof node.value.$ref === "string")
      return { $ref: `${options.prefix}${nameOf(follow(node), depth + 1)}`, ...annotationsOf(node) };
    const sent = isNameMap ? node : asSent(node, follow);
    const kept = Object.entries(sent.value as JsonObject).filter(([key]) => isNameMap || !options.without.has(key));
    const copied = ([key, value]: [string, unknown]) =>
      typeof value === "object" ? copy(child(sent, key), depth, !isNameMap && schemaMaps.has(key)) : value;
    return Object.fromEntries(kept.map((entry) => [entry[0], copied(entry)]));
  };
  const ownNames = roots.map((root, at) => nameOf(follow(conjunctionOf(root)), 0, options.called?.[at]));
  const bundle = once(() => {
    for (const { name, target, depth } of due) schemas[name] = copy(target, depth);
    return { schemas, origins };
  });
  return { names: ownNames, bundle };
}

/**
 * What is said beside a `$ref` of the place where it stands. It is shown and changes no type; other keywords there would,
 * and openapi-typescript does not read them.
 */
export function annotationsOf({ value }: Node): Readonly<Record<string, unknown>> {
  const said = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(said.filter(([key]) => ["title", "description", "deprecated"].includes(key)));
}

/** Whether it is a component, or a file of its own. */
function hasName({ parent }: Node): boolean {
  return parent === undefined || ["schemas", "definitions", "$defs"].includes(parent.key);
}

function ownName({ parent, key, source }: Node): string {
  const last = parent ? key : basename(source.path, extname(source.path));
  // As a key of an object, `__proto__` would be no member.
  return last.replace(/[^A-Za-z0-9._-]/g, "_").replace(/^__proto__$/, "_proto_");
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${name}_${count}`;
    if (!Object.hasOwn(taken, candidate)) return candidate;
  }
}
