import type { FieldError } from "./error.js";
import { itemNames, plainName } from "./field-names.js";
import { isContainer, isObject, own } from "./pointer.js";
import { textOf } from "./text.js";

/** What an object says as one item of a list of field errors. */
export interface Item {
  /** As it came: a text, or a list of steps; undefined where it names no field. */
  readonly path: string | FieldError["path"] | undefined;
  /** Whether what names the field may as well name something else. */
  readonly isWeak: boolean;
  /** The fields that it is about where it is about several. */
  readonly fields: readonly string[];
  readonly texts: readonly string[];
  /** The texts that count where the name of the field leads to the object. */
  readonly mappedTexts: readonly string[];
  /** Lists that may hold further items. */
  readonly nested: readonly (readonly unknown[])[];
  readonly children: readonly (readonly unknown[])[];
}

type Members = ReadonlyMap<string, unknown>;

/** How many steps a path has at most. */
const maxSteps = 64;
/** How many members of an object are looked at: an item has a few. */
const maxMembers = 100;

export function readItem(value: Readonly<Record<string, unknown>>): Item {
  const members = membersOf(value);
  const listsAt = (names: readonly string[]) =>
    names.map((name) => members.get(name)).filter((member): member is unknown[] => Array.isArray(member));
  const texts = textsIn(members, itemNames.texts, itemNames.lists);
  const mapped = textsIn(members, itemNames.mapped, itemNames.mappedLists);
  const named = itemNames.paths.find((name) => pathAt(members, name) !== undefined) ?? "";
  return {
    path: pathAt(members, named),
    isWeak: itemNames.weak.includes(named),
    fields: named === "" ? textsIn(members, itemNames.several, itemNames.several) : [],
    texts,
    // `{ "description": "is taken", "error": "Duplicate" }`: beside a text for people, the error is its code.
    mappedTexts: mapped.length === 1 && mapped[0] === members.get("error") ? texts : mapped,
    nested: listsAt(itemNames.nested),
    children: listsAt(["children"]),
  };
}

/** Whether a list holds items that name their field, or lists of such. */
export function saysItems(list: readonly unknown[]): boolean {
  return list
    .slice(0, maxMembers)
    .flatMap((item) => (Array.isArray(item) ? item.slice(0, maxMembers) : [item]))
    .some((item) => isObject(item) && readItem(item).path !== undefined);
}

/** Members that say parts of an item themselves: `source.pointer` of JSON:API, `target.name` of IBM, `details.text` of FHIR. */
const inMembers = ["source", "target", "details"];

/** The members by their names without case and joints; those of such members too. */
function membersOf(value: Readonly<Record<string, unknown>>, prefix = ""): Map<string, unknown> {
  const members = new Map<string, unknown>();
  for (const [key, member] of Object.entries(value).slice(0, maxMembers)) {
    const name = plainName(key);
    if (name === undefined || member == null || members.has(prefix + name)) continue;
    members.set(prefix + name, member);
    if (inMembers.includes(prefix + name) && isObject(member))
      for (const [inner, each] of membersOf(member, `${name}.`)) members.set(inner, each);
  }
  return members;
}

function pathAt(members: Members, name: string): Item["path"] {
  const value = members.get(name);
  if (typeof value === "string") return name === "location" && isPartOfRequest(value, members) ? undefined : value;
  return Array.isArray(value) && itemNames.steps.includes(name) ? stepsIn(value) : undefined;
}

/** A `location` in one word, unless its type stands beside it: that is the part, and with dots it leads to the field. */
function isPartOfRequest(location: string, members: Members): boolean {
  return !location.includes(".") && !members.has("locationtype");
}

/** The steps of a path; some validators say a step as `{ key }`. */
function stepsIn(list: readonly unknown[]): FieldError["path"] | undefined {
  if (list.length > maxSteps) return undefined;
  const steps = list.map((step) => (isObject(step) ? own(step, "key") : step));
  const isStep = (step: unknown): step is string | number => textOf(step) !== undefined;
  return steps.every(isStep) ? steps : undefined;
}

function textsIn(members: Members, names: readonly string[], lists: readonly string[]): string[] {
  for (const name of names) {
    const value = members.get(name);
    const several = lists.includes(name) && isContainer(value) ? severalIn(value, name) : [value];
    const texts = several.filter((text): text is string => typeof text === "string" && text !== "");
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The texts of a list; `constraints` of class-validator is a map of them. */
function severalIn(value: object, name: string): readonly unknown[] {
  return Array.isArray(value) || name === "constraints" ? Object.values(value) : [];
}
