import type { Sources } from "../read/reader.js";
import { child, type Node } from "../read/source.js";
import { isDeep } from "../runtime/depth.js";
import type { MediaNode } from "./operations.js";
import { schemasAt } from "./schemas.js";

const json = /^[^;]*[/+]json\s*(?:;|$)/i;

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
