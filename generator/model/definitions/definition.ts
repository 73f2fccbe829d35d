import { onceFor } from "../../read/made-once.js";
import { child, type Node } from "../../read/source.js";
import { coversStatus } from "../../runtime/status.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { Evidence, WireType } from "../contract.js";
import type { Settings } from "../document/settings.js";
import type { SaidOfCode } from "../evidence/code-texts.js";
import type { Body } from "./any-details.js";
import type { CodesOfSchema } from "./codes.js";
import { toldOf } from "./told-of-codes.js";

/** What defines one error: the schema or the response that describes it, and where it occurs. */
export interface Definition {
  readonly code: string;
  readonly wireType: WireType;
  readonly wire: boolean;
  /** The schema of its body, or the response of a status-only error. */
  readonly node: Node;
  /** What tells of it: the same, or the part of the schema that stands for this code. */
  readonly about: Node;
  /** What says that it is a code; undefined for a status-only error. */
  readonly holder?: Node | undefined;
  /** What `x-error` says of this code; its value is undefined where nothing does. */
  readonly extension: Node;
  readonly envelope: Settings["envelopes"][number] | undefined;
  /** Of a code that several schemas list: the body that each of them describes. */
  readonly bodies?: readonly Body[];
  readonly evidence: Evidence;
  /** Whether the schema is about this code alone, so that its title and description are the code's. */
  readonly isOwn: boolean;
  readonly said?: SaidOfCode | undefined;
  /** Where the code stands in a body. */
  readonly pointers: readonly string[];
  readonly responses: readonly ErrorResponse[];
  /** The statuses under which examples of answers show it. */
  readonly shownUnder?: ReadonlySet<string> | undefined;
  /** Whether it is there only to say that the code is retired. */
  readonly isTombstone?: boolean;
}

/** A response, as people name it. */
export function placeOf({ operation: { method, path }, response: { key } }: ErrorResponse): string {
  return `the ${key} response of ${method} ${path}`;
}

/** The only code that a schema stands for. */
export const ownCode = onceFor((codes: CodesOfSchema["codes"]): string | undefined => {
  const [only, ...others] = codes.filter(({ evidence }) => evidence === "const");
  return others.length === 0 ? only?.code : undefined;
});

export function pointersOf(envelope: Definition["envelope"]): string[] {
  return envelope?.code === undefined ? [] : [envelope.code];
}

/** What `x-error` says of a code: by name, in the schema of its body or of its enum; else that of what stands for it. */
export function extensionOf(about: Node, schema: Node, holder: Node, code: string): Node {
  const own = child(about, "x-error");
  const ofBody = child(schema, "x-error");
  const parts = [own, ofBody, child(holder, "x-error")].map((extension) => child(extension, "codes", code));
  return [...parts, own, ofBody].find(({ value }) => value !== undefined) ?? own;
}

/** The status that `x-error` states for a code, where its responses do not tell: they are none, a range or `default`. */
export function statedStatus({ extension }: Definition): number | undefined {
  const { value } = child(extension, "status");
  return typeof value === "number" ? value : undefined;
}

/**
 * The keys of the responses that give an error. Below a range or `default`, the status that is told for its code is more
 * precise than that.
 */
export function preciseKeysOf({ code, wire, responses }: Definition): readonly string[] {
  if (!wire) return statusKeysOf(responses);
  return [...new Set(responses.flatMap(({ response, branches }) => toldStatuses(code, response.key, branches)))];
}

function toldStatuses(code: string, key: string, branches: ErrorResponse["branches"]): string[] {
  if (/^\d+$/.test(key)) return [key];
  const statuses = [...toldOf(code, branches).statuses].filter(
    (status) => /^[45]\d\d$/.test(status) && coversStatus([key], Number(status)),
  );
  return statuses.length > 0 ? statuses : [key];
}

/** The keys of the responses that give an error, each once. */
export const statusKeysOf = onceFor((responses: readonly ErrorResponse[]) => [
  ...new Set(responses.map(({ response }) => response.key)),
]);
