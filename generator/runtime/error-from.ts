import { type ApiError, parseAnswer } from "./api-error.js";
import { defaultMaxBytes } from "./body.js";
import type { ParseOptions } from "./classify.js";
import type { ParserContract } from "./contract.js";
import type { HeadersLike } from "./headers.js";
import { type Caller, framesBelow, withFrames } from "./stack.js";

/** A response by its shape: fetch's `Response`, undici's, or anything with a status and a way to read the body. */
export interface ResponseLike {
  readonly status: number;
  readonly headers?: HeadersLike | undefined;
  readonly url?: string;
  readonly body?: unknown;
  readonly text?: () => Promise<string>;
}

export interface ReadOptions<Operation extends string = never> extends ParseOptions<Operation> {
  /** Milliseconds to wait for the body before going on with what has come. Default: 10,000. */
  readonly timeout?: number | undefined;
}

// Every platform has these. Declared, so that this compiles without the types of a browser or of Node.
declare const setTimeout: (run: () => void, milliseconds: number) => unknown;
declare const clearTimeout: (timer: unknown) => void;

/**
 * Reads a response's body, within a size and a time, and parses it. Never rejects. The stack begins below `calledAs`, or
 * holds these frames.
 */
export async function errorFromResponse(
  contract: ParserContract,
  response: ResponseLike,
  options: ReadOptions<string> = {},
  calledAs?: Caller | string,
): Promise<ApiError> {
  // Now: once the body has been waited for, the caller is no longer on the stack.
  const frames = typeof calledAs === "function" ? framesBelow(calledAs) : calledAs;
  const { maxBytes = defaultMaxBytes, timeout = 10_000 } = options;
  const body = await readResponse(response, maxBytes, timeout).catch(() => undefined);
  const request = options.request ?? (response.url ? { url: response.url } : undefined);
  const answer = { status: response.status, headers: response.headers, body };
  return withFrames(parseAnswer(contract, answer, { ...options, request }), frames);
}

async function readResponse(response: ResponseLike, maxBytes: number, timeout: number): Promise<unknown> {
  const reader = readerOf(response.body);
  if (reader) return readAll(reader, maxBytes, timeout);
  if (response.body !== undefined && response.body !== null) return response.body;
  return response.text ? withTimeout(response.text(), timeout) : undefined;
}

interface Reader {
  read(): Promise<{ done?: boolean | undefined; value?: unknown }>;
  cancel(): Promise<unknown>;
}

/** What reads a body that is a stream: one of the web, or of Node, as node-fetch gives it. */
function readerOf(body: unknown): Reader | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  if ("getReader" in body && typeof body.getReader === "function") return body.getReader() as Reader;
  if (!(Symbol.asyncIterator in body)) return undefined;
  const stream = body as AsyncIterable<unknown> & { destroy?: () => unknown };
  const chunks = stream[Symbol.asyncIterator]();
  return { read: () => chunks.next(), cancel: async () => stream.destroy?.() ?? chunks.return?.() };
}

/** What arrives within size and time. One byte more than the limit is kept, so that a cut body is known to be cut. */
async function readAll(reader: Reader, maxBytes: number, timeout: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const deadline = Date.now() + timeout;
  let size = 0;
  try {
    while (size <= maxBytes && Date.now() < deadline) {
      const { done, value } = await withTimeout(reader.read(), deadline - Date.now());
      if (done) break;
      if (!(value instanceof Uint8Array)) continue;
      chunks.push(value);
      size += value.length;
    }
  } catch {
    // A broken or slow stream: what has come so far is the body.
  }
  reader.cancel().catch(() => undefined);
  return join(chunks, Math.min(size, maxBytes + 1));
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    const part = chunk.subarray(0, size - at);
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("timed out")), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
