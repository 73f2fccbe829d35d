import { onceFor } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, type Node } from "../../read/source.js";
import { isJsonType } from "../../runtime/body.js";
import { typeOf } from "../../runtime/text.js";
import type { OperationResponse } from "../contract.js";
import type { MediaNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import type { Branch } from "./branches.js";

type Bare = Pick<OperationResponse, "textTypes" | "bareTypes">;

/**
 * What bodies of JSON may be that no envelope reads: a bare text, as frameworks declare `return BadRequest("It failed")`, by
 * its media types; a list, or an object of anything, by its JSON type.
 */
export function bareBodiesIn(
  follow: Sources["follow"],
): (media: readonly MediaNode[], branches: readonly Branch[]) => Bare {
  const known = new Map<unknown, readonly string[]>();
  const typesOf = (schema: Node) => {
    const types = known.get(schema.value) ?? declaredTypes(schema, follow);
    known.set(schema.value, types);
    return types;
  };
  const bareIn = onceFor((branches: readonly Branch[]) => {
    const others = branches.filter(
      ({ media, found, schema }) => isJsonType(media.type) && !found && schema.value !== undefined,
    );
    const types = new Set(others.flatMap(({ schema }) => typesOf(schema)));
    return [...types].filter((type) => type !== "string").sort();
  });
  return (media, branches) => {
    const isText = (schema: Node) => typesOf(schema).includes("string");
    // A text that is the code is read by its envelope.
    const isOfCodes = (one: MediaNode) => {
      const texts = branches.filter((branch) => branch.media === one && isText(branch.schema));
      return texts.length > 0 && texts.every(({ found }) => found?.envelope.code === "" && found.codes.length > 0);
    };
    const textTypes = media.filter((one) => isJsonType(one.type) && isText(one.schema) && !isOfCodes(one));
    const bareTypes = bareIn(branches);
    return {
      ...(textTypes.length > 0 ? { textTypes: textTypes.map(({ type }) => type) } : {}),
      ...(bareTypes.length > 0 ? { bareTypes } : {}),
    };
  };
}

const anyType = ["array", "boolean", "null", "number", "object"];

/** The JSON types of the alternatives of a body; of one that says nothing of it, all but a text. */
function declaredTypes(schema: Node, follow: Sources["follow"]): readonly string[] {
  const types = schemasAt(schema, [], follow).flatMap(typesOfPart);
  return types.length > 0 ? types : anyType;
}

function typesOfPart(part: Node): readonly string[] {
  const types = [child(part, "type").value].flat().filter((type) => typeof type === "string");
  if (child(part, "nullable").value === true) types.push("null");
  if (types.length > 0) return types.map((type) => (type === "integer" ? "number" : type));
  const values = [child(part, "const").value ?? child(part, "enum").value ?? []].flat();
  if (values.length > 0) return values.map(typeOf);
  if (child(part, "items").value !== undefined) return ["array"];
  return ofObjects.some((keyword) => child(part, keyword).value !== undefined) ? ["object"] : [];
}

const ofObjects = ["properties", "additionalProperties", "required"];
