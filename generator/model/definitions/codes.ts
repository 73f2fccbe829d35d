import type { Node } from "../../read/source.js";
import type { Evidence, WireType } from "../contract.js";
import type { Settings } from "../document/settings.js";
import type { SaidOfCode } from "../evidence/code-texts.js";

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
  /** The alternative that stands for this code alone. */
  readonly about?: Node | undefined;
  /** What the schema that lists it says of it, or an extension. */
  readonly said?: SaidOfCode | undefined;
}

export function codeOf(value: string | number, evidence: Evidence, holder: Node): FoundCode {
  return { code: String(value), wireType: typeof value === "number" ? "integer" : "string", evidence, holder };
}

/** Whether a value can be a code: text or a whole number; a problem type that is `about:blank` is none (RFC 9457, 4.2.1). */
export function isCode(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "" && value !== "about:blank") || Number.isInteger(value);
}
