import type { Sources } from "../../read/reader.js";
import { child, type Node } from "../../read/source.js";
import type { OperationResponse } from "../contract.js";
import type { MediaNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";

type TextTypes = Pick<OperationResponse, "textTypes">;

/** The media types of JSON that a bare text may be the body of, as frameworks declare `return BadRequest("It failed")`. */
export function textTypesIn(follow: Sources["follow"]): (media: readonly MediaNode[]) => TextTypes {
  const known = new Map<unknown, boolean>();
  const isText = (schema: Node) => {
    const is = known.get(schema.value) ?? mayBeText(schema, follow);
    known.set(schema.value, is);
    return is;
  };
  return (media) => {
    const own = media.filter(({ type, schema }) => /[+/]json\s*(?:;|$)/i.test(type) && isText(schema));
    return own.length > 0 ? { textTypes: own.map(({ type }) => type) } : {};
  };
}

function mayBeText(schema: Node, follow: Sources["follow"]): boolean {
  return schemasAt(schema, [], follow).some((part) => {
    const types = [child(part, "type").value].flat();
    return types.includes("string") || typeof child(part, "const").value === "string";
  });
}
