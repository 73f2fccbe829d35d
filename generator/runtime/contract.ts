import type { Category, Retry } from "./category.js";

/** The part of a contract that parsing needs: no titles, no meanings. Generated code holds one for its API. */
export interface ParserContract {
  readonly api: string;
  /** The name of the errors that come out: `TenantcoreError`. */
  readonly name: string;
  /** Tried in this order. */
  readonly envelopes: readonly Envelope[];
  /** Every listed error by its code, status-only ones (`http_413`) included. */
  readonly errors: Readonly<Record<string, ErrorRule>>;
  /** The codes that each operation declares. */
  readonly operations: Readonly<Record<string, readonly string[]>>;
  /** Which listed code an unlisted one is to be treated as: the first rule that matches. */
  readonly closest?: readonly ClosestRule[];
  /** Where a request id stands when the body has none. Default: `X-Request-Id`. */
  readonly requestIdHeaders?: readonly string[];
  /** Where a delay stands beside `Retry-After`, which wins. */
  readonly delayHeaders?: readonly DelayHeader[];
}

/** A header that states how long to wait, or until when: `epoch-seconds` count against the `Date` of the answer. */
export interface DelayHeader {
  readonly name: string;
  readonly unit: "seconds" | "milliseconds" | "epoch-seconds";
}

/** What retrying needs beside it. */
export interface RetryContract {
  readonly contract: ParserContract;
  readonly retryPolicy: RetryPolicy;
  /** The HTTP method of each operation. */
  readonly methods?: Readonly<Record<string, string>>;
}

/**
 * Where a body holds what: JSON Pointers (RFC 6901) into it. A `*` steps into the item of an array that states the code, else
 * the first.
 */
export interface Envelope {
  readonly code?: string;
  /** A body may state no code, and nothing is wrong with it. */
  readonly codeOptional?: boolean;
  /** What its listed codes are in a body, where they are all of one type. Default: either. */
  readonly codeType?: "string" | "integer";
  /** The header that says the code where the body has none, as in an answer to HEAD. */
  readonly codeHeader?: string;
  readonly message?: string;
  /** What the message may be, where it may be more than a text: a list of texts, say. */
  readonly messageType?: readonly string[];
  readonly details?: string;
  readonly requestId?: string;
  /** Seconds to wait: a number, or a text that may have a unit; milliseconds where the name ends so. */
  readonly delay?: string;
  readonly fields?: string;
  /** What names the one field that the error is about: its message says what is wrong with it. */
  readonly field?: string;
  /** Values that a body of this envelope always has, by pointer: `{ "/success": false }`. */
  readonly literals?: Readonly<Record<string, unknown>>;
}

/** What parsing needs to know of one error. */
export interface ErrorRule {
  /** `"402"`, `"4XX"` or `"default"`. */
  readonly statuses: readonly string[];
  /** What the code is in a body. Default: text. */
  readonly wireType?: "integer";
  /** Only where it is not the one of the status. */
  readonly category?: Category;
  /** Only where it is not the one of the category. */
  readonly retry?: Retry;
  /** What the details must look like. None: this error has no details. */
  readonly details?: DetailsShape;
  /** Which envelope a server says it in. Default: the first. */
  readonly envelope?: number;
  /** Where this error's field errors stand. */
  readonly fields?: string;
  /** What a server calls its body. Default: `application/json`. */
  readonly mediaType?: string;
  /** The answer has no body: none at all, or only sometimes. */
  readonly empty?: true | "sometimes";
  /** Of a status-only error: what its bodies are called that may be a text, in lower case. */
  readonly textTypes?: readonly string[];
  /** Of a status-only error: the JSON types of its bodies that no envelope reads. */
  readonly bareTypes?: readonly string[];
}

/** The JSON Schema of details; `optional` says that an answer may leave them out. */
export interface DetailsShape extends Shape {
  readonly optional?: true;
}

/** The keywords of JSON Schema that decide the type of a value. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape;
  readonly items?: Shape;
  /** The first items, each with a shape of its own; `items` holds for those behind them. */
  readonly prefixItems?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

/** `match` is a code with `*` for any run of characters. */
export interface ClosestRule {
  readonly match: string;
  readonly as: string;
}

/** How often and how patiently to try: attempts in all, and seconds. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly base: number;
  readonly cap: number;
}
