import type { Coverage, Evidence, JsonSchema, Status } from "../../model/contract.js";
import type { Category, Retry } from "../../runtime/category.js";
import type { ClosestRule, DelayHeader, Envelope, RetryPolicy } from "../../runtime/contract.js";

/** What `errors.json` holds: all that a document says about an API's errors. Its shape is public, its version is `format`. */
export interface ContractData {
  readonly format: 1;
  /** A slug that Python can import: `tenantcore`. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Tried in this order. */
  readonly envelopes: readonly EnvelopeData[];
  /** Where an answer has its request id, where the body has none. Default: `X-Request-Id`. */
  readonly requestIdHeaders?: readonly string[];
  /** Where a delay stands beside `Retry-After`, which wins. */
  readonly delayHeaders?: readonly DelayHeader[];
  /** Which listed code an unlisted one is to be treated as: the first rule that matches. */
  readonly closest: readonly ClosestRule[];
  /** Attempts in all, and seconds. */
  readonly retryPolicy: RetryPolicy;
  /** Every status that has a meaning in this API, ascending. */
  readonly statuses: readonly Status[];
  readonly errors: readonly ErrorData[];
  readonly operations: readonly OperationData[];
  readonly coverage: Coverage;
}

/** Where a body holds what, as JSON Pointers (RFC 6901). */
export interface EnvelopeData extends Omit<Envelope, "codeType"> {
  readonly name: string;
}

/** One error: a code, or a status without one, and what it means. */
export interface ErrorData {
  /** As on the wire; `http_<status>` for a status-only error. */
  readonly code: string;
  /** What the code is in a body. Default: text. */
  readonly wireType?: "integer";
  /** `"402"`, `"4XX"` or `"default"`, ascending. */
  readonly statuses: readonly string[];
  /** False for a status-only error. */
  readonly wire: boolean;
  /** A short heading. */
  readonly title: string;
  readonly meaning: string;
  /** The situations that give this error. */
  readonly causes: readonly string[];
  /** What the reader does about it. */
  readonly resolution: string | null;
  /** The heading under which the API's docs list it. */
  readonly group: string | null;
  /** Null where it depends on the status of the answer. */
  readonly category: Category | null;
  /** Null where it depends on the status of the answer. */
  readonly retry: Retry | null;
  /** Which of the two the contract says itself, whatever else an answer looks like. Default: they follow from the statuses. */
  readonly stated?: readonly ("category" | "retry")[];
  /** The name of the envelope that its answers come in. */
  readonly envelope: string | null;
  /** The URL of its page. */
  readonly docs: string | null;
  /** JSON Schema of what the body says beyond code, message and request id. */
  readonly details: JsonSchema | null;
  /** Whether no answer leaves them out. Default: some may. */
  readonly detailsRequired?: true;
  /** A JSON Pointer to its field errors. */
  readonly fields: string | null;
  /** Headers that its answers declare. */
  readonly headers: readonly string[];
  /** Those that all of its answers have. Default: none. */
  readonly requiredHeaders?: readonly string[];
  /** Whether its answers have no body. Default: all have one. */
  readonly empty?: true | "sometimes";
  readonly examples: readonly ExampleData[];
  /** Ids of the operations that give it. */
  readonly operations: readonly string[];
  /** What makes the code a listed one. */
  readonly evidence: Evidence;
  /** Where the code stands in a body. */
  readonly pointers: readonly string[];
  readonly deprecated: boolean;
  /** The version that brought the code. */
  readonly since: string | null;
  /** The code that took over. */
  readonly replacedBy: string | null;
  /** The code is sent no more. */
  readonly retired: boolean;
}

/** A whole answer; `body` is null where it has none. */
export interface ExampleData {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An operation, and what it answers where it fails. */
export interface OperationData {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly responses: readonly ResponseData[];
}

/** The answers of an operation with one status key. */
export interface ResponseData {
  /** `"402"`, `"4XX"` or `"default"`. */
  readonly status: string;
  readonly mediaTypes: readonly string[];
  /** Of these, the ones of JSON whose body may be a bare text; left out where there are none. */
  readonly textTypes?: readonly string[];
  /** The JSON types of its bodies that no envelope reads: a list, an object of anything; left out where there are none. */
  readonly bareTypes?: readonly string[];
  /** Where the code stands in its body. */
  readonly codePointer: string | null;
  /** Codes on the wire. */
  readonly codes: readonly string[];
}
