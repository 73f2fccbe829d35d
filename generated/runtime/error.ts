// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Category } from "./category.js";

/** One invalid input field. `path` leads to it: `["items", 2, "email"]`. */
export interface FieldError {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** One way in which an answer departs from the contract. `pointer` is a JSON Pointer into the body. */
export interface Deviation {
  readonly pointer: string;
  readonly expected: string;
  readonly found: string;
}

/** A request, as far as it helps to find it again. */
export interface RequestInfo {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
}

/** A request as a caller has it: a `Request` of fetch, or what a client logs. The URL may be a `URL`. */
export interface RequestGiven {
  readonly method?: string | undefined;
  readonly url?: string | { readonly href: string } | undefined;
}

/** What is known about every answer, whatever its code. */
export interface ClassifiedBase {
  /** The id of the API that answered. */
  readonly api: string;
  readonly status: number;
  /** For people: never parse it. At most 500 characters, control characters escaped. */
  message: string;
  /** The invalid input fields; empty where the answer names none. */
  readonly fields: readonly FieldError[];
  /** What to quote to support. */
  readonly requestId: string | undefined;
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | undefined;
  readonly category: Category;
  /** The operation that was called, where the caller said it. */
  readonly operation: string | undefined;
  /** The request that was answered, where the caller said it. The URL is without its query, which may hold secrets. */
  readonly request: RequestInfo | undefined;
  /** Where the answer departs from the contract; empty for most. */
  readonly deviations: readonly Deviation[];
  /** The body as received: parsed JSON, else text, cut at the size limit. */
  readonly body: unknown;
  /** Lower-case names; headers that hold secrets are left out. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The members that depend on whether the contract lists the code. */
interface Listed<Code extends string, Details> {
  readonly code: Code;
  readonly listed: true;
  /** Undefined where the answer does not hold what the contract declares. */
  readonly details: Details | undefined;
  readonly closest: Code;
}

interface Unlisted<ListedCode extends string, Details> {
  readonly code: UnlistedCode;
  readonly listed: false;
  /** As far as the body holds what the contract declares for bodies without listed codes; as it came where it declares nothing. */
  readonly details: Details;
  /** The listed code to treat this one as, where there is a single one. */
  readonly closest: ListedCode | undefined;
}

/** Members that a parsed error has beyond the data of its answer. */
interface Parsed extends Error {
  /** Short and safe plain data, for logs and queues. It never walks the body. */
  toJSON(): ErrorJSON;
}

/**
 * An error that the contract lists. Its status and category are the only ones that the contract has for its code; where
 * an answer comes with another status, `deviations` says so.
 */
export interface ListedError<
  Code extends string,
  Details,
  Status extends number = number,
  Kind extends Category = Category,
> extends ClassifiedBase,
    Listed<Code, Details>,
    Parsed {
  readonly status: Status;
  readonly category: Kind;
}

/** An error whose code the contract does not list, such as one that is newer than this file. */
export interface UnlistedError<ListedCode extends string, Details = unknown>
  extends ClassifiedBase,
    Unlisted<ListedCode, Details>,
    Parsed {}

/** The same as plain data: no Error, no stack. Not by `Pick`, which takes a compiler long for many errors. */
export type ClassifiedAs<E> = E extends unknown ? { [Key in keyof Classified]: E[Key & keyof E] } : never;

/** What the parser knows before types are put on it. */
export interface Classified extends ClassifiedBase {
  /** As on the wire, 2,000 characters at most where it is not listed. */
  readonly code: string;
  readonly listed: boolean;
  readonly details: unknown;
  readonly closest: string | undefined;
}

/** What `toJSON` gives: everything but the body and the headers. */
export type ErrorJSON = Omit<Classified, "body" | "headers"> & { readonly name: string };

// An enum that is never defined: a type of its own, so that `switch (error.code)` narrows.
// A plain string would swallow the listed codes beside it.
declare enum UnlistedCode {
  any = "any code that the contract does not list",
}

export type { UnlistedCode };
