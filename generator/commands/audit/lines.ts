import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import type { Unread } from "../../read/file.js";

/** Standard input, or a file by its path. */
export type Traffic = AsyncIterable<Uint8Array | string> | string;

/** The lines of traffic as they come, also where it is gzipped: logs are mostly larger than memory. Throws where it can't be read. */
export async function* linesOf(traffic: Traffic): AsyncGenerator<string> {
  // Of a long line, pieces: put together again for each, a recording of 200 MB in one line would take hours.
  let pieces: string[] = [];
  for await (const text of textOf(traffic)) {
    const lines = text.split("\n");
    pieces.push(lines[0]!);
    for (const line of lines.slice(1)) {
      yield pieces.join("");
      pieces = [line];
    }
  }
  yield pieces.join("");
}

async function* textOf(traffic: Traffic): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of unpacked(typeof traffic === "string" ? createReadStream(traffic) : traffic)) {
    const bytes = Buffer.from(chunk);
    // As PowerShell's redirections write it.
    decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

async function* unpacked(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array | string> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done) return;
  const rest = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  const [magic, second] = Buffer.from(first.value);
  if (magic !== 0x1f || second !== 0x8b) yield* rest();
  else yield* pipeline(rest, createGunzip(), () => {}) as AsyncIterable<Uint8Array>;
}

/** Why traffic can't be read that is named; undefined where it can. */
export function unreadTraffic(path: string): Unread | undefined {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { reason: "it is a folder", fix: "name the files in it" };
    return undefined;
  } catch (error) {
    return whyUnread(error);
  }
}

/** What stopped a reading. */
export function whyUnread(error: unknown): Unread {
  const { code } = Object(error) as { readonly code?: unknown };
  const fix = "name a file that exists and that you may read";
  if (code === "ENOENT" || code === "ENOTDIR") return { reason: "there is no such file", fix };
  if (code === "EACCES") return { reason: "permission denied", fix };
  if (String(code).startsWith("Z_")) return { reason: "it is gzipped, and not whole", fix: "copy it again" };
  return { reason: String(code ?? error), fix };
}
