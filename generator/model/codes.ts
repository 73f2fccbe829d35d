import type { Sources } from "../read/reader.js";
import { child, items, type Node } from "../read/source.js";
import { tokensOf } from "../runtime/pointer.js";
import type { Evidence } from "./contract.js";
import { schemasAt } from "./schemas.js";
import type { Settings } from "./settings.js";

/** The codes that a schema allows at its envelope's code pointer. */
export interface CodesOfSchema {
  readonly envelope: Settings["envelopes"][number];
  /** Empty where any text may stand there. */
  readonly codes: readonly { readonly code: string; readonly evidence: Evidence; readonly holder: Node }[];
}

/** The first envelope that fits a schema, and its codes there; undefined where none fits. */
export function codesOf(schema: Node, settings: Settings, follow: Sources["follow"]): CodesOfSchema | undefined {
  for (const envelope of settings.envelopes) {
    const pointer = envelope.code ?? envelope.fields ?? envelope.message ?? "";
    const found = schemasAt(schema, tokensOf(pointer), follow);
    if (found.length === 0 || !fitsKind(found, envelope)) continue;
    return { envelope, codes: envelope.code === undefined ? [] : found.flatMap(constrained) };
  }
  return undefined;
}

/** An envelope with field errors wants a list or a map there, one with a message wants text. */
function fitsKind(found: readonly Node[], { code, fields }: CodesOfSchema["envelope"]): boolean {
  if (code !== undefined) return true;
  const types = found.flatMap((schema) => [child(schema, "type").value].flat());
  return fields === undefined ? types.includes("string") : types.includes("array") || types.includes("object");
}

function constrained(holder: Node): CodesOfSchema["codes"] {
  const constant = child(holder, "const");
  if (isCode(constant.value)) return [{ code: String(constant.value), evidence: "const", holder }];
  const values = items(child(holder, "enum"))
    .map((item) => item.value)
    .filter(isCode);
  const evidence = values.length === 1 ? "const" : "enum";
  return values.map((value) => ({ code: String(value), evidence, holder }));
}

function isCode(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || Number.isInteger(value);
}
