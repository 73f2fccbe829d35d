import type { Sources } from "../../read/reader.js";
import { child, isObject, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { allowedAt } from "./allowed-codes.js";
import type { CodesOfSchema, FoundCode } from "./codes.js";

/** The first envelope that fits a schema, and its codes there; undefined where none fits. */
export function codesOf(
  schema: Node,
  envelopes: Settings["envelopes"],
  follow: Sources["follow"],
): CodesOfSchema | undefined {
  for (const envelope of envelopes) {
    const pointer = envelope.code ?? envelope.fields ?? envelope.message ?? "";
    const found = schemasAt(schema, tokensOf(pointer), follow);
    if (found.length === 0 || !fitsKind(found, envelope)) continue;
    return { envelope, codes: envelope.code === undefined ? none : codesAt(schema, envelope.code, follow) };
  }
  return undefined;
}

/** The codes that a schema lists at a pointer; none where any text may stand there. */
export function codesAt(schema: Node, pointer: string, follow: Sources["follow"]): readonly FoundCode[] {
  return allowedAt(schema, tokensOf(pointer), follow) ?? none;
}

const none: readonly FoundCode[] = [];

/** An envelope with field errors wants a list or a map there, one with a message wants text, as a body that is the code does. */
function fitsKind(found: readonly Node[], { code, fields }: CodesOfSchema["envelope"]): boolean {
  if (code === "") return found.every((schema) => isText(schema));
  if (code !== undefined) return true;
  const types = found.flatMap((schema) => [child(schema, "type").value].flat());
  return fields === undefined ? types.includes("string") : types.includes("array") || types.includes("object");
}

/** A text, a number, or one of some. */
function isText({ value }: Node): boolean {
  const { type, const: constant, enum: values = [constant] } = isObject(value) ? value : {};
  const types = type === undefined ? [values].flat().map((each) => typeof each) : [type].flat();
  return types.every((each) => ["string", "integer", "number", "null", "undefined"].includes(each as string));
}
