import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { encodingOf, type Unread, whyUnread } from "../../read/file.js";

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
    decoder ??= new TextDecoder(encodingOf(bytes));
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

/** Why traffic can't be read that is named; undefined where it can: pipes are read, too. */
export function unreadTraffic(path: string): Unread | undefined {
  try {
    return statSync(path).isDirectory() ? { reason: "it is a folder", fix: "name the files in it" } : undefined;
  } catch (error) {
    return whyUnread(path, error);
  }
}
