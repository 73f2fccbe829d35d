import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import { tokensOf } from "../../runtime/pointer.js";
import type { Evidence, WireType } from "../contract.js";
import { onceFor } from "../document/made-once.js";
import { schemasAt } from "../document/schemas.js";
import type { Settings } from "../document/settings.js";
import { type SaidOfCode, saidByConstant, saidInList } from "../evidence/code-texts.js";

/** The codes that a schema allows at its envelope's code pointer. */
export interface CodesOfSchema {
  readonly envelope: Settings["envelopes"][number];
  /** Empty where any text may stand there. */
  readonly codes: readonly FoundCode[];
}

/** A code, what makes it one, and the place that says so. */
export interface FoundCode {
  readonly code: string;
  readonly wireType: WireType;
  readonly evidence: Evidence;
  readonly holder: Node;
  /** What the schema that lists it says of it, or an extension. */
  readonly said?: SaidOfCode | undefined;
}

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
    return { envelope, codes: envelope.code === undefined ? [] : constrainedBy(found) };
  }
  return undefined;
}

/** The codes that a schema lists at a pointer. */
export function codesAt(schema: Node, pointer: string, follow: Sources["follow"]): readonly FoundCode[] {
  return constrainedBy(schemasAt(schema, tokensOf(pointer), follow));
}

function constrainedBy(holders: readonly Node[]): readonly FoundCode[] {
  const lists = holders.flatMap((holder) => (isObject(holder.value) ? [listAt(holder.value)(holder)] : []));
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? only : [only, ...others].flat().map(withOwnText);
}

/** One of several constants says what it stands for; one alone is a place, and its text is about that. */
function withOwnText(found: FoundCode): FoundCode {
  const said = found.evidence === "const" ? saidByConstant(found.holder) : undefined;
  return said ? { ...found, said } : found;
}

/** What a schema lists, by its value: the same list for all that refer to it. */
const listAt = onceFor((_schema: object) => {
  let list: readonly FoundCode[] | undefined;
  return (holder: Node) => {
    list ??= constrained(holder);
    return list;
  };
});

/** An envelope with field errors wants a list or a map there, one with a message wants text. */
function fitsKind(found: readonly Node[], { code, fields }: CodesOfSchema["envelope"]): boolean {
  if (code !== undefined) return true;
  const types = found.flatMap((schema) => [child(schema, "type").value].flat());
  return fields === undefined ? types.includes("string") : types.includes("array") || types.includes("object");
}

function constrained(holder: Node): FoundCode[] {
  const constant = child(holder, "const");
  if (isCode(constant.value)) return [codeOf(constant.value, "const", holder)];
  const values = items(child(holder, "enum"))
    .map((item) => item.value)
    .filter(isCode);
  const evidence = values.length === 1 ? "const" : "enum";
  const said = saidInList(holder, values.map(String));
  return values.map((value) => ({ ...codeOf(value, evidence, holder), said: said.get(String(value)) }));
}

export function codeOf(value: string | number, evidence: Evidence, holder: Node): FoundCode {
  return { code: String(value), wireType: typeof value === "number" ? "integer" : "string", evidence, holder };
}

/** Whether a value can be a code: text or a whole number; a problem type that is `about:blank` is none (RFC 9457, 4.2.1). */
export function isCode(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "" && value !== "about:blank") || Number.isInteger(value);
}
