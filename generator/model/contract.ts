import type { Category, Retry } from "../runtime/category.js";
import type { ClosestRule, DelayHeader, Envelope as Pointers, RetryPolicy } from "../runtime/contract.js";

/** All that a document says about an API's errors. Everything that is emitted is made from this, never from the document. */
export interface Contract {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Where the API is served, without a slash at its end; undefined where the document names no absolute URL. */
  readonly server: string | undefined;
  readonly envelopes: readonly Envelope[];
  readonly requestIdHeaders: readonly string[];
  readonly delayHeaders: readonly DelayHeader[];
  readonly closest: readonly ClosestRule[];
  readonly retryPolicy: RetryPolicy;
  readonly groups: readonly Group[];
  /** Every status that has a meaning in this API, ascending. */
  readonly statuses: readonly Status[];
  /** In reading order: by group, status and code; status-only errors last. */
  readonly errors: readonly ContractError[];
  /** Codes that are sent no more. They keep their names, so that none of these ever means something else. */
  readonly retired: readonly ContractError[];
  /** By path and method. */
  readonly operations: readonly Operation[];
  readonly coverage: Coverage;
}

/** Where a body holds what. `literals` are the values that all its bodies share. */
export interface Envelope extends Pointers {
  readonly name: string;
  readonly literals: Readonly<Record<string, unknown>>;
}

export interface Group {
  readonly name: string;
  readonly description: string | undefined;
}

export interface Status {
  /** A number, or `4XX`, `5XX` or `default`. */
  readonly status: number | string;
  readonly meaning: string;
}

/** What makes a code listed, the strongest first. */
export const evidences = ["const", "enum", "extension", "response-example", "table", "schema-sample", "prose"] as const;

export type Evidence = (typeof evidences)[number];

/** What a code is in a body. Everywhere else it is text. */
export type WireType = "string" | "integer";

export interface ContractError {
  /** As on the wire; `http_<status>` for a status-only error. */
  readonly code: string;
  readonly wireType: WireType;
  /** False for a status-only error: its answers hold no listed code. */
  readonly wire: boolean;
  readonly title: string;
  readonly meaning: string;
  readonly causes: readonly string[];
  readonly resolution: string | undefined;
  readonly group: string | undefined;
  /** Undefined: by the status of the answer, as its statuses, or those of its range, do not agree. */
  readonly category: Category | undefined;
  /** The same. */
  readonly retry: Retry | undefined;
  /** Which of the two the document says itself: what is not here follows from the statuses. */
  readonly stated?: readonly ("category" | "retry")[];
  /** `"402"`, `"4XX"` or `"default"`, ascending. */
  readonly statuses: readonly string[];
  /** The name of its envelope; undefined where its answers have no body or none that is declared. */
  readonly envelope: string | undefined;
  /** Its page. */
  readonly docs: string | undefined;
  readonly details: Details | undefined;
  /** A JSON Pointer to its field errors. */
  readonly fields: string | undefined;
  /** Headers that its answers declare. */
  readonly headers: readonly string[];
  /** Those that all of its answers have. */
  readonly requiredHeaders: readonly string[];
  readonly examples: readonly Example[];
  /** Ids of the operations that give it. */
  readonly operations: readonly string[];
  readonly evidence: Evidence;
  /** Where the code stands in a body. */
  readonly pointers: readonly string[];
  readonly deprecated: boolean;
  readonly since: string | undefined;
  readonly replacedBy: string | undefined;
  readonly retired: boolean;
  /** Whether its answers have no body. */
  readonly empty: boolean | "sometimes";
  /** What defines it, as a reference from the document: `#/components/schemas/TenantNotFound`. */
  readonly source: string;
}

/** What the body says beyond code, message and request id. */
export interface Details {
  /** JSON Schema, references resolved. */
  readonly schema: JsonSchema;
  /** Whether an answer may leave them out. */
  readonly optional: boolean;
  /** The ways to them from component schemas, any of which may be meant; none where no component leads to them. */
  readonly types: readonly DetailsType[];
}

/** A component schema, the members to step through, and those at the end that are no details. */
export interface DetailsType {
  readonly component: string;
  /** Whether the schema itself allows null: a body that has details is none. */
  readonly nullable: boolean;
  readonly path: readonly string[];
  readonly without: readonly string[];
}

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A whole answer. `body` is undefined where it has none. */
export interface Example {
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** A JSON Pointer into the document, to the alternative of the response's schema that the body comes in. */
  readonly schema: string | undefined;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | undefined;
  readonly responses: readonly OperationResponse[];
}

export interface OperationResponse {
  /** A status key. Codes that an operation gives and that no declared answer has stand under their status, or `default`. */
  readonly status: string;
  readonly mediaTypes: readonly string[];
  /** Of these, the ones of JSON whose body may be a bare text; left out where there are none. */
  readonly textTypes?: readonly string[];
  /** The JSON types of its bodies that no envelope reads: a list, an object of anything; left out where there are none. */
  readonly bareTypes?: readonly string[];
  readonly codePointer: string | undefined;
  /** Codes on the wire. */
  readonly codes: readonly string[];
  /** The same, and the status-only error where the response may hold another code or none. */
  readonly errors: readonly string[];
}

/** How much of a document says what its errors are. An error response is one operation and one status key. */
export interface Coverage {
  readonly operations: number;
  readonly operationsWithErrors: number;
  readonly errorResponses: number;
  readonly withBody: number;
  readonly withCodePointer: number;
  readonly withListedCodes: number;
  readonly errorsInSuccess: number;
}
