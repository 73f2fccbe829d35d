import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type JsonObject, members, type Node, referenceTo } from "../../read/source.js";
import { conjunctionOf } from "./conjunction.js";
import { type Discriminated, discriminated, discriminatorOf, keysTo, valuesOf } from "./discriminator.js";
import { mayHoldError } from "./error-members.js";
import { isTooMany, takenOf } from "./multiplied.js";
import { partsOf, schemasAt } from "./schemas.js";
import { tellApart } from "./tell-apart.js";
import { barePartOf, toldPartOf } from "./told-part.js";

type Follow = Sources["follow"];

/** Where one of several schemas has to be chosen: in an `allOf`, beside the rest, or of a property. */
interface Choice {
  readonly at: { readonly part: number } | { readonly property: string } | "beside";
  readonly options: readonly Node[];
}

/** Below a body: `/error` and what is in it. Further down, alternatives are of what an error says, and not of the error. */
const maxLevel = 2;

/** How many schemas are looked at for one body, and how many in a row: some lead to one another without an end. */
const [maxVisits, maxSteps] = [20_000, 200];

interface Walk {
  readonly follow: Follow;
  left: number;
  /** How often a way ended since it led back to itself: what was found around that holds for this way alone. */
  circles: number;
  /** By the schema and its level: two ways that lead to one find the same. */
  readonly found: ReadonlyMap<number, Map<unknown, readonly Node[]>>;
}

const known = new WeakMap<object, readonly Node[]>();

/**
 * What a body may be, one by one: `oneOf` and `anyOf` at the top, in an `allOf`, beside properties or in a member that
 * holds the error, and what a discriminator leads to. Each is a schema that holds for the body as a whole; itself where
 * there is nothing to choose.
 */
export function branchesOf(schema: Node, follow: Follow): readonly Node[] {
  const { value } = follow(schema);
  if (value === undefined) return [];
  const whole = conjunctionOf(schema) === schema ? value : schema.value;
  const key = isObject(whole) ? whole : undefined;
  const found = key && known.get(key);
  if (found) return found;
  const levels = Array.from(
    { length: maxLevel + 1 },
    (_, level) => [level, new Map<unknown, readonly Node[]>()] as const,
  );
  const fresh = alternatives(schema, 0, [], { follow, left: maxVisits, circles: 0, found: new Map(levels) });
  const branches = fresh.length > 0 ? fresh : [follow(schema)];
  if (key) known.set(key, branches);
  return branches;
}

/** None where the schema leads back to itself. */
function alternatives(schema: Node, level: number, above: readonly unknown[], walk: Walk): readonly Node[] {
  const node = toldPartOf(walk.follow(conjunctionOf(schema)), walk.follow);
  if (node.value === undefined) return [];
  if (above.includes(node.value)) {
    walk.circles += 1;
    return [];
  }
  const known = walk.found.get(level)?.get(node.value);
  if (known) return known;
  walk.left -= 1;
  if (!isObject(node.value) || walk.left < 0 || above.length > maxSteps) return [node];
  const { circles } = walk;
  const part = barePartOf(node, walk.follow);
  const found = alternativesOf(part, part.value as JsonObject, level, [...above, node.value, part.value], walk);
  const branches = found.length === 1 && found[0] === part ? [node] : found;
  if (circles === walk.circles) walk.found.get(level)?.set(node.value, branches);
  return branches;
}

function alternativesOf(
  node: Node,
  value: JsonObject,
  level: number,
  within: readonly unknown[],
  walk: Walk,
): readonly Node[] {
  const { follow } = walk;
  const heirs = heirsOf(node, follow);
  if (heirs.length > 0)
    return heirs.flatMap((heir) => keyed(alternatives(heir.schema, level, within, walk), node, heir.keys, follow));
  const inherited = inheritedKeys(node, follow);
  const choices = [
    ...choicesOfParts(node, level, within, walk),
    ...unionsOf(node, level, within, walk),
    ...(level < maxLevel ? choicesOfMembers(node, level, within, walk) : []),
  ];
  const [only] = choices;
  const branches =
    choices.length === 0
      ? [node]
      : choices.length === 1 && only?.at === "beside" && saysNothingElse(value)
        ? only.options
        : combine(node, choices);
  return inherited.reduce<readonly Node[]>((all, { base, keys }) => keyed(all, base, keys, follow), branches);
}

/** What a schema stands for that only says by which property its heirs are told apart. */
function heirsOf(node: Node, follow: Follow): readonly Discriminated[] {
  if (discriminatorOf(node) === undefined || unionOf(node).length > 0) return [];
  return discriminated(node, follow);
}

/** The values that a schema has because it extends one with a discriminator, or one that extends such a one. */
function inheritedKeys(node: Node, follow: Follow) {
  return basesOf(node, follow).map((base) => ({ base, keys: keysTo(base, node, follow) }));
}

/** The schemas with a discriminator that a schema extends. */
function basesOf(node: Node, follow: Follow): readonly Node[] {
  return items(child(node, "allOf"))
    .flatMap((part) => partsOf(part, follow))
    .filter((base) => discriminatorOf(base) !== undefined);
}

/**
 * A base is extended, and so is no choice, even where it lists those that extend it. What extends it in turn has values
 * of its own, which are not those of what is made of it.
 */
function choicesOfParts(node: Node, level: number, within: readonly unknown[], walk: Walk): Choice[] {
  return items(child(node, "allOf")).flatMap((part, index) => {
    const base = walk.follow(part);
    const isBase = discriminatorOf(base) !== undefined;
    if (isBase && (unionOf(base).length === 0 || keysTo(base, node, walk.follow).length > 0)) return [];
    const options = alternatives(part, level, within, walk);
    if (options.length === 1 && basesOf(base, walk.follow).some((each) => keysTo(each, node, walk.follow).length > 0))
      return [];
    return isChoice(options, toldPartOf(base, walk.follow)) ? [{ at: { part: index }, options }] : [];
  });
}

function isChoice(options: readonly Node[], whole: Node): boolean {
  return options.length > 1 || (options.length === 1 && options[0]?.value !== whole.value);
}

function unionsOf(node: Node, level: number, within: readonly unknown[], walk: Walk): Choice[] {
  return ["anyOf", "oneOf"].flatMap((keyword): Choice[] => {
    const written = items(child(node, keyword));
    if (written.length === 0 || onlyAsks(written, node)) return [];
    const property = discriminatorOf(node);
    const options = written.flatMap((option) => {
      const target = walk.follow(option);
      const own = alternatives(option, level, within, walk);
      return property === undefined ? own : keyed(own, node, keysTo(node, target, walk.follow, true), walk.follow);
    });
    const bodies = unique(
      (isTooMany(options) ? written.map(walk.follow) : options).filter((option) => !isNull(option)),
    );
    return bodies.length === 0 ? [] : [{ at: "beside", options: bodies }];
  });
}

/** Alternatives that only ask for some of the members beside them are no bodies of their own. */
function onlyAsks(options: readonly Node[], node: Node): boolean {
  const asks = options.every((part) => items(child(part, "required")).length > 0 && members(part).length === 1);
  return asks && child(node, "properties").value !== undefined;
}

function choicesOfMembers(node: Node, level: number, within: readonly unknown[], walk: Walk): Choice[] {
  const holding = members(child(node, "properties")).filter(([property]) => mayHoldError(property));
  // The order of members says nothing, and is none of what is chosen.
  return holding
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([property, member]) => {
      const options = alternatives(member, level + 1, within, walk).filter((option) => !isNull(option));
      const isTelling = options.length > 1 ? tellApart(options, level, walk.follow) : options[0]?.made !== undefined;
      return isTelling && isChoice(options, walk.follow(member)) ? [{ at: { property }, options }] : [];
    });
}

/** Every way to choose, each as one schema. */
function combine(node: Node, choices: readonly Choice[]): readonly Node[] {
  const taken = takenOf(choices);
  if (taken.length === 0) return [node];
  const ways = taken.reduce<readonly (readonly Node[])[]>(
    (all, { options }) => all.flatMap((way) => options.map((option) => [...way, option])),
    [[]],
  );
  return ways.map((way, index) => {
    const telling = way.findLast((_, at) => (taken[at]?.options.length ?? 0) > 1);
    const about = telling === undefined ? (node.made?.about ?? node) : aboutOf(telling);
    const variant = `${node.made?.variant ?? ""}${ways.length > 1 ? index : ""}`;
    return { ...node, value: chosen(node, taken, way), made: { variant: `${variant}.`, about } };
  });
}

/** The schema with what was chosen in the place of what there was to choose from. */
function chosen(node: Node, choices: readonly Choice[], way: readonly Node[]): JsonObject {
  const { oneOf: _one, anyOf: _any, discriminator: _by, allOf, properties, ...rest } = node.value as JsonObject;
  const isLeft = choices.every(({ at }) => at !== "beside");
  const left = isLeft ? unionKeywordsOf(node.value as JsonObject) : {};
  const parts = Array.isArray(allOf) ? [...(allOf as unknown[])] : [];
  const own = isObject(properties) ? { ...properties } : undefined;
  choices.forEach(({ at }, index) => {
    const reference = referenceTo(way[index]!);
    if (at === "beside") parts.push(reference);
    else if ("part" in at) parts[at.part] = reference;
    else if (own) Object.defineProperty(own, at.property, { value: reference, enumerable: true });
  });
  return { ...rest, ...left, ...(own ? { properties: own } : {}), ...(parts.length > 0 ? { allOf: parts } : {}) };
}

/** Schemas that also say which values of its property a discriminator gives them, where they do not say so themselves. */
function keyed(branches: readonly Node[], base: Node, keys: Discriminated["keys"], follow: Follow): readonly Node[] {
  const property = discriminatorOf(base);
  const [first] = keys;
  if (property === undefined || first === undefined) return branches;
  const values = keys.map(({ value }) => value);
  const told = valuesOf(values);
  const value = { properties: { [property]: referenceTo({ ...first.place, value: told }) }, required: [property] };
  return branches.map((branch) => {
    if (saysOtherwise(branch, property, values, follow)) return branch;
    const variant = `${branch.made?.variant ?? ""}=${values.join(",")}`;
    const whole = { allOf: [value, referenceTo(branch)] };
    return { ...branch, value: whole, made: { variant, about: aboutOf(branch) } };
  });
}

/** Whether a schema lists values of the property, and either none that the discriminator gives it or no others. */
function saysOtherwise(branch: Node, property: string, values: readonly string[], follow: Follow): boolean {
  const listed = schemasAt(branch, [property], follow).flatMap(({ value }) => {
    if (!isObject(value)) return [];
    return value.const === undefined ? (Array.isArray(value.enum) ? [value.enum as unknown[]] : []) : [[value.const]];
  });
  return listed.some(
    (list) => !list.some((one) => values.includes(String(one))) || list.every((one) => values.includes(String(one))),
  );
}

/** The node that tells what a schema is about: of one that was made, what was chosen for it. */
export function aboutOf(schema: Node): Node {
  return schema.made?.about ?? schema;
}

function unionOf(node: Node): readonly Node[] {
  return ["anyOf", "oneOf"].flatMap((keyword) => items(child(node, keyword)));
}

function unionKeywordsOf({ oneOf, anyOf, discriminator }: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries({ oneOf, anyOf, discriminator }).filter(([, value]) => value !== undefined));
}

const saysOfBody = [
  "properties",
  "allOf",
  "items",
  "required",
  "additionalProperties",
  "patternProperties",
  "const",
  "enum",
];

function saysNothingElse(schema: JsonObject): boolean {
  return saysOfBody.every((keyword) => schema[keyword] === undefined);
}

function isNull({ value }: Node): boolean {
  return isObject(value) && (value.type === "null" || value.const === null);
}

function unique(nodes: readonly Node[]): readonly Node[] {
  return [...new Map(nodes.map((node) => [node.value, node])).values()];
}
