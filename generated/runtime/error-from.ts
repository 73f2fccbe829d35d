// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { type ApiError, makeError } from "./api-error.js";
import { defaultMaxBytes } from "./body.js";
import { classifyAnswer, type ParseOptions } from "./classify.js";
import type { ParserContract } from "./contract.js";
import type { Deviation, UnlistedError } from "./error.js";
import { type ResponseLike, readResponse } from "./read-response.js";
import { type Caller, framesBelow } from "./stack.js";

export interface ReadOptions<Operation extends string = never> extends ParseOptions<Operation> {
  /** Milliseconds to wait for the body before going on with what has come. Default: 10,000. */
  readonly timeout?: number | undefined;
  /** Called with an error whose code the contract does not list, to learn of codes that are newer. What it throws is lost. */
  onUnlisted?(error: UnlistedError<string>): void;
}

/** Reads a response's body, within a size and a time, and parses it. Never rejects. The stack begins below `calledAs`. */
export async function errorFromResponse(
  contract: ParserContract,
  response: ResponseLike,
  options: ReadOptions<string> = {},
  calledAs?: Caller,
): Promise<ApiError> {
  // Now: once the body has been waited for, the caller is no longer on the stack.
  const frames = framesBelow(calledAs);
  const { maxBytes = defaultMaxBytes, timeout = 10_000 } = options;
  const { body, whole } = await readResponse(response, maxBytes, timeout);
  // Anything may be given, even nothing.
  const { status, headers, url }: Partial<ResponseLike> = response ?? {};
  // Not spread: the members of a Request are not its own.
  const given = options.request;
  const request = url || given ? { method: given?.method, url: given?.url ?? (url || undefined) } : undefined;
  const data = classifyAnswer(contract, { status: status ?? 0, headers, body }, { ...options, request });
  const deviations = whole ? data.deviations : [...data.deviations, unread(data.body)];
  const error = makeError(contract.name, { ...data, deviations }, options, frames);
  if (!error.listed) report(error, options);
  return error;
}

/** A body that is lost is not lost in silence: it may have been read before. */
function unread(body: unknown): Deviation {
  const found = body === undefined ? "a body that could not be read" : "a part of it";
  return { pointer: "", expected: "a whole body", found };
}

function report(error: ApiError, options: ReadOptions<string>): void {
  try {
    options.onUnlisted?.(error as unknown as UnlistedError<string>);
  } catch {
    // The error that is being made matters more.
  }
}
