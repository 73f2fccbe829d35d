import type { FieldError } from "./error.js";
import { type Item, readItem, saysItems } from "./field-item.js";
import { isContainer, isObject, tokensOf } from "./pointer.js";
import { printable } from "./text.js";

type Path = FieldError["path"];

/** How much is looked at: what is larger or deeper names more fields than a person would read. */
const maxDepth = 10;
const maxValues = 10_000;
const maxFields = 1000;

/** A reading under way. `left`: how many values it may still look at. */
interface Reading {
  readonly found: FieldError[];
  left: number;
}

/** Members that stand beside the fields of a map and say no field, as Zod and Django call them. */
const transparent = ["fieldErrors", "formErrors", "_errors", "non_field_errors", "nonFieldErrors", "__all__"];

/**
 * The field errors that a value holds: a list of items that name their field and say what is wrong with it, however they
 * call both; a map of fields to texts, to lists of texts, to such items, or to further maps; a list of such maps; a list
 * of texts, which are about no field in particular. What has none of these shapes is passed over.
 */
export function readFields(value: unknown): FieldError[] {
  if (!isContainer(value)) return [];
  const reading: Reading = { found: [], left: maxValues };
  if (Array.isArray(value)) readList(reading, value, [], undefined, 0);
  else readWhole(reading, value);
  return reading.found;
}

/** Of an error that is about one field, which it names: what it says of it. */
export function oneField(name: unknown, message: string): FieldError[] {
  return typeof name === "string" && name !== "" ? [{ path: stepsOf(name), message }] : [];
}

/** A tree of fields, one item, an object around lists of items, or a map of fields. */
function readWhole(reading: Reading, value: Readonly<Record<string, unknown>>): void {
  if (isTree(value)) {
    readTree(reading, value, [], 0);
    return;
  }
  const item = readItem(value);
  const around = item.nested.filter(saysItems);
  if (item.path !== undefined && !item.isWeak && item.mappedTexts.length > 0) readOne(reading, item, [], item.path, 0);
  else if (around.length === 0) readMap(reading, value, [], 0);
  else for (const list of around) readList(reading, list, [], undefined, 0);
}

/** A tree as Zod's `treeifyError` makes it: the texts of a node, and further nodes below its members or its items. */
function isTree(value: Readonly<Record<string, unknown>>): boolean {
  const { errors, properties, items, ...others } = value;
  const hasNodes = isObject(properties) || Array.isArray(items);
  return (Array.isArray(errors) && hasNodes && Object.keys(others).length === 0) || isForm(value);
}

/** A form of Symfony: the same, with nodes below its children. PHP writes one that is empty as a list. */
function isForm(value: Readonly<Record<string, unknown>>): boolean {
  const { children } = value;
  return isObject(children) && [value, ...Object.values(children)].every(isNodeOfForm);
}

function isNodeOfForm(node: unknown): boolean {
  return isContainer(node) && Object.keys(node).every((name) => name === "errors" || name === "children");
}

function readTree(reading: Reading, node: unknown, path: Path, depth: number): void {
  reading.left -= 1;
  if (depth > maxDepth || reading.left < 0 || !isObject(node)) return;
  const { errors, properties, items, children } = node;
  if (Array.isArray(errors)) readList(reading, errors, path, undefined, depth);
  for (const nodes of [properties, children])
    if (isObject(nodes))
      for (const [name, each] of Object.entries(nodes)) readTree(reading, each, [...path, name], depth + 1);
  if (Array.isArray(items))
    for (const [index, each] of items.entries()) readTree(reading, each, [...path, index], depth + 1);
}

function read(reading: Reading, value: unknown, path: Path, key: string | undefined, depth: number): void {
  reading.left -= 1;
  if (depth > maxDepth || reading.left < 0) return;
  if (typeof value === "string") say(reading, path, value);
  else if (Array.isArray(value)) readList(reading, value, path, key, depth);
  else if (isObject(value) && !readOne(reading, readItem(value), path, undefined, depth))
    readMap(reading, value, path, depth);
}

/** `key`: the name of the map's member that the list is. */
function readList(
  reading: Reading,
  list: readonly unknown[],
  path: Path,
  key: string | undefined,
  depth: number,
): void {
  // Of maps, the place in the list says whose fields they are, unless the list is all there is and leaves none out.
  const isByPlace = path.length > 0 || list.slice(0, maxValues).some(isEmpty);
  for (const [index, each] of list.entries()) {
    reading.left -= 1;
    if (reading.left < 0) return;
    if (!isObject(each)) {
      read(reading, each, path, key, depth + 1);
      continue;
    }
    const item = readItem(each);
    const own = key !== undefined && item.isWeak ? undefined : item.path;
    // What is wrong with all of it: an item below such a member that names no field.
    if (path.length === 0 && own === undefined && transparent.includes(key ?? "") && item.fields.length === 0)
      for (const text of item.texts) say(reading, path, text);
    if (readOne(reading, item, path, own === undefined ? own : below(own, key), depth)) continue;
    if (isMap(each)) readMap(reading, each, isByPlace ? [...path, index] : path, depth + 1);
    // Neither an item that names its field nor a map: it is about the field that the list is of.
    else if (path.length > 0) for (const text of item.texts) say(reading, path, text);
  }
}

function isEmpty(item: unknown): boolean {
  return isObject(item) && Object.keys(item).length === 0;
}

/** Of objects that are no items: maps of fields hold texts in lists or maps, or are of one field. */
function isMap(item: Readonly<Record<string, unknown>>): boolean {
  const values = Object.values(item);
  return values.every(isContainer) || values.length === 1;
}

function readMap(reading: Reading, map: Readonly<Record<string, unknown>>, path: Path, depth: number): void {
  for (const [name, member] of Object.entries(map)) {
    if (reading.left <= 0) return;
    const own = transparent.includes(name) && isContainer(member) ? [] : stepsOf(name);
    read(reading, member, [...path, ...own], name, depth + 1);
  }
}

/** Reads an object that is one item, with what names its field; false for a map of fields, which is left to be read. */
function readOne(reading: Reading, item: Item, path: Path, own: string | Path | undefined, depth: number): boolean {
  const [text] = item.texts;
  if (text !== undefined && item.fields.length > 0) {
    for (const field of item.fields) say(reading, [...path, ...stepsOf(field)], text);
    return true;
  }
  const at = own === undefined ? path : [...path, ...(typeof own === "string" ? stepsOf(own) : own)];
  const texts = own === undefined ? item.mappedTexts : item.texts;
  const isSaid = texts.length > 0 && (own !== undefined || path.length > 0);
  if (isSaid) for (const text of texts) say(reading, at, text);
  const nested = furtherItems(item, isSaid);
  if (depth < maxDepth) for (const list of nested) readList(reading, list, at, undefined, depth + 1);
  // What says something, and of no field, is no map either; nor is what names a field, and says nothing.
  const isPart = own === undefined ? path.length === 0 && item.texts.length > 0 : !item.isWeak;
  return isSaid || nested.length > 0 || isPart;
}

/** Items below one that says nothing itself; the children of class-validator stand below one that may. */
function furtherItems({ nested, children }: Item, isSaid: boolean): readonly (readonly unknown[])[] {
  return (isSaid ? children : nested).filter(saysItems);
}

/** An item of a map that repeats the name it stands under is at that name. */
function below(own: string | Path, key: string | undefined): string | Path {
  return (typeof own === "string" ? own : own.join(".")) === key ? [] : own;
}

/** A JSON Pointer (RFC 6901), also as a fragment, in its steps; what is none names the field as it is. */
function stepsOf(text: string): Path {
  const pointer = /^#(?:\/|$)/.test(text) ? decoded(text.slice(1)) : text;
  return pointer === "" || pointer.startsWith("/") ? tokensOf(pointer) : [text];
}

/** A fragment of a URI without its escapes (RFC 6901, section 6); as it is where they are none. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function say({ found }: Reading, path: Path, text: string): void {
  if (text !== "" && found.length < maxFields) found.push({ path, message: printable(text) });
}
