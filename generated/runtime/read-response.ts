// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { bytesOf } from "./bytes.js";
import type { HeadersLike } from "./headers.js";
import { later } from "./timer.js";

/** A response by its shape: fetch's `Response`, undici's, or anything with a status and a way to read the body. */
export interface ResponseLike {
  readonly status: number;
  readonly headers?: HeadersLike | undefined;
  readonly url?: string;
  readonly body?: unknown;
  /** A body that was read already, as axios gives it. */
  readonly data?: unknown;
  readonly text?: () => Promise<string>;
  readonly arrayBuffer?: () => Promise<unknown>;
  /** Asked where nothing else is there, as of the answers that tests make up. */
  readonly json?: () => Promise<unknown>;
}

/** What came of a body. `whole` is false where it broke, was slow, or can't be read (again). */
export interface ReadBody {
  readonly body: unknown;
  readonly whole: boolean;
}

// Every platform has it. Declared, so that this compiles without the types of a browser or of Node.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Reads a body within a size and a time. Never rejects. */
export async function readResponse(response: ResponseLike, maxBytes: number, timeout: number): Promise<ReadBody> {
  try {
    const { body = response.data } = response;
    const reader = readerOf(body);
    if (reader) return await readAll(reader, maxBytes, timeout);
    const read = isBlob(body) ? () => body.slice(0, maxBytes + 1).arrayBuffer() : readOf(response);
    return { body: (await (read && within(timeout, read()))) ?? body, whole: true };
  } catch {
    return { body: undefined, whole: false };
  }
}

/** How to read a body that is not there itself. */
function readOf(response: ResponseLike): (() => Promise<unknown>) | undefined {
  if (response.body !== undefined && response.body !== null) return undefined;
  if (response.text) return () => response.text!();
  if (response.arrayBuffer) return () => response.arrayBuffer!();
  return response.json && (() => response.json!());
}

interface BlobLike {
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

function isBlob(body: unknown): body is BlobLike {
  return typeof body === "object" && body !== null && "arrayBuffer" in body && "slice" in body;
}

/** Ends a response that nobody will read, so that its connection is free. */
export async function discard({ body }: ResponseLike): Promise<void> {
  if (typeof body !== "object" || body === null) return;
  const { cancel, destroy } = body as { cancel?: () => unknown; destroy?: () => unknown };
  if (typeof cancel === "function") await cancel.call(body);
  else if (typeof destroy === "function") destroy.call(body);
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
async function readAll(reader: Reader, maxBytes: number, timeout: number): Promise<ReadBody> {
  const chunks: (Uint8Array | string)[] = [];
  const deadline = Date.now() + timeout;
  let size = 0;
  let whole = false;
  try {
    while (size <= maxBytes && Date.now() < deadline) {
      const { done, value } = await within(deadline - Date.now(), reader.read());
      whole = done === true;
      if (whole) break;
      const chunk = typeof value === "string" ? value : bytesOf(value);
      if (chunk === undefined) continue;
      chunks.push(chunk);
      size += chunk.length;
    }
  } catch {
    // A broken or slow stream: what has come so far is the body.
  }
  Promise.resolve(reader)
    .then((each) => each.cancel())
    .catch(() => undefined);
  return { body: join(chunks, Math.min(size, maxBytes + 1)), whole: whole || size > maxBytes };
}

/** Text where all of it came as text, else bytes. */
function join(chunks: readonly (Uint8Array | string)[], size: number): Uint8Array | string {
  if (chunks.length > 0 && chunks.every((chunk) => typeof chunk === "string")) return chunks.join("").slice(0, size);
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
    const part = bytes.subarray(0, size - at);
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = later(milliseconds, () => reject(new Error("timed out")));
    work.then(resolve, reject).finally(timer.stop);
  });
}
