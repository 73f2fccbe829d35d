import type { Sources } from "../../read/reader.js";
import { child, members, type Node, textAt } from "../../read/source.js";
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

/** The bodies that the named examples of a media type show. */
export function namedBodies(media: MediaNode, follow: Sources["follow"]): NamedBody[] {
  return members(child(media.node, "examples")).flatMap(([name, example]) => {
    const object = follow(example);
    const shown = places.map((place) => child(object, place)).find(({ value }) => value !== undefined);
    const [summary, description] = [textAt(object, "summary"), textAt(object, "description")];
    return shown ? [{ name, summary, description, node: shownBody(shown, media, follow) }] : [];
  });
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
