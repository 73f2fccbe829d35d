import type { Sources } from "../../read/reader.js";
import { child, isObject, items, keysOf, members, type Node, textAt } from "../../read/source.js";
import { isDeep } from "../../runtime/depth.js";
import type { MediaNode } from "./operations.js";
import { schemasAt } from "./schemas.js";

const json = /^[^;]*[/+]json\s*(?:;|$)/i;

/** A named example of a media type, and the body that it shows. */
export interface NamedBody {
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly node: Node;
}

/** Where an Example Object may hold its value: as OpenAPI has always had it, and since 3.2 as data or as it is sent. */
const places = ["value", "dataValue", "serializedValue"];

/** All that an Example Object may have beside extensions. */
const ofExamples = new Set([...places, "summary", "description", "externalValue", "$ref"]);

/**
 * The bodies that the named examples of a media type show, also where they are written as many write them: as bodies without
 * a `value` around them, as a list, or below `example`.
 */
export function namedBodies(media: MediaNode, follow: Sources["follow"]): NamedBody[] {
  const { single, named } = examplesAt(media, follow);
  const isMap = isMapOfExamples(single, media, follow) || isMapOfBodies(single, media.schema, follow);
  return [...named, ...(isMap ? members(single) : [])].flatMap(([name, example]) => {
    const object = follow(example);
    const shown = places.map((place) => child(object, place)).find(({ value }) => value !== undefined);
    if (shown === undefined)
      return isExample(object) ? [] : [{ name, ...nothingSaid, node: shownBody(object, media, follow) }];
    const [summary, description] = [textAt(object, "summary"), textAt(object, "description")];
    return [{ name, summary, description, node: shownBody(shown, media, follow) }];
  });
}

const nothingSaid = { summary: undefined, description: undefined };

/** The body that the one example without a name shows. */
export function singleBody(media: MediaNode, follow: Sources["follow"]): Node | undefined {
  const { single } = examplesAt(media, follow);
  if (single.value === undefined || isMapOfExamples(single, media, follow)) return undefined;
  if (isMapOfBodies(single, media.schema, follow)) return undefined;
  return shownBody(single, media, follow);
}

function examplesAt({ node }: MediaNode, follow: Sources["follow"]) {
  const named = child(node, "examples");
  const listed = items(named).map((item, index) => [`examples_${index + 1}`, follow(item)] as const);
  return { single: child(node, "example"), named: [...members(named), ...listed] };
}

/** Whether a node has nothing but what an Example Object has, so that a body would say nothing. */
function isExample(node: Node): boolean {
  return !isObject(node.value) || keysOf(node).every((key) => ofExamples.has(key) || key.startsWith("x-"));
}

/** `example: { gone: { value: { … } } }`: names that the schema knows nothing of, each of an Example Object. */
function isMapOfExamples(node: Node, { schema }: MediaNode, follow: Sources["follow"]): boolean {
  const named = members(node);
  if (named.length === 0 || !named.every(([, one]) => isExample(one) && "value" in Object(one.value))) return false;
  const declared = schemasAt(schema, [], follow).flatMap((part) => keysOf(child(part, "properties")));
  return declared.length > 0 && named.every(([name]) => !declared.includes(name));
}

/** `example: { "Example 1": { meta: { … } } }`: names that the schema knows nothing of, each of a body as it declares it. */
export function isMapOfBodies(node: Node, schema: Node, follow: Sources["follow"]): boolean {
  const named = members(node);
  if (named.length === 0 || !named.every(([, { value }]) => isObject(value))) return false;
  const declared = new Set(schemasAt(schema, [], follow).flatMap((part) => keysOf(child(part, "properties"))));
  if (declared.size === 0 || named.some(([name]) => declared.has(name))) return false;
  return named.every(([, body]) => keysOf(body).length > 0 && keysOf(body).every((name) => declared.has(name)));
}

/** The body that an example of a media type shows: one of JSON may be written as text, where no text can stand. */
export function shownBody(example: Node, { type, schema }: MediaNode, follow: Sources["follow"]): Node {
  if (typeof example.value !== "string" || !json.test(type)) return example;
  const types = schemasAt(schema, [], follow).flatMap((part) => [child(part, "type").value].flat());
  return types.includes("string") ? example : written(example, example.value);
}

/** The node with the value that its text is of; its parts stand where the text does. */
function written(example: Node, text: string): Node {
  if (!/^\s*[[{]/.test(text) || isDeep(text)) return example;
  try {
    return { ...example, value: JSON.parse(text) as unknown };
  } catch {
    return example;
  }
}
