import { encodingOf } from "../read/file.js";
import type { RequestGiven } from "../runtime/error.js";

/** What somebody pasted: a body, or a whole answer as `curl -i` prints it. */
export interface Pasted {
  /** Undefined where only a body was pasted. */
  readonly status: number | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: unknown;
  /** What was asked, where the text says it. */
  readonly request?: RequestGiven | undefined;
}

const statusLine = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})\b[^\r\n]*(?:\r?\n|$)/;
const headerLine = /^([!#$%&'*+.^`|~\w-]+):([^\r\n]*)(?:\r?\n|$)/;

/** Takes head and body apart. Of several heads, as of a redirect or of `100 Continue`, the last one counts. */
export function readPasted(text: string): Pasted {
  let pasted: Pasted = { status: undefined, headers: [], body: text };
  let rest = text.replace(/^\ufeff/, "").trimStart();
  for (let match = statusLine.exec(rest); match; match = statusLine.exec(rest)) {
    const headers: [string, string][] = [];
    rest = rest.slice(match[0].length);
    for (let header = headerLine.exec(rest); header; header = headerLine.exec(rest)) {
      headers.push([header[1]!, header[2]!.trim()]);
      rest = rest.slice(header[0].length);
    }
    rest = rest.replace(/^[ \t]*\r?\n/, "");
    pasted = { status: Number(match[1]), headers, body: rest };
  }
  return pasted;
}

/** A recording of a browser holds all that a page loaded. Of what is larger, the beginning is enough. */
const maxBytes = 64 * 1024 * 1024;

/** All of a stream as text, in UTF-8, or in UTF-16 where it begins with that mark, as PowerShell's pipes do. */
export async function readInput(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size >= maxBytes) break;
  }
  const bytes = Buffer.concat(chunks).subarray(0, maxBytes);
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
