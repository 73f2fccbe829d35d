import { createHash, type Hash, hash as hashAtOnce } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { onceFor } from "../read/made-once.js";

export function hashOfBytes(content: string | Uint8Array): string {
  if (typeof content !== "string" || content.length <= partLength) return hashAtOnce("sha256", content);
  const hash = createHash("sha256");
  updateInParts(hash, content);
  return hash.digest("hex");
}

const partLength = 1 << 20;
const encoder = new TextEncoder();
let part: Uint8Array | undefined;

/** Of a long text, all bytes at once would be held beside it. */
function updateInParts(hash: Hash, text: string): void {
  part ??= new Uint8Array(partLength);
  for (let at = 0; at < text.length; ) {
    // What begins a pair and stands last in as many units as there are bytes would take three: it is left for the next part.
    const { read, written } = encoder.encodeInto(text.slice(at, at + partLength), part);
    hash.update(part.subarray(0, written));
    at += read;
  }
}

/** Of the bytes of a file, which are never held all at once: memory that is used again costs nothing. */
export function hashOfContent(path: string): string {
  part ??= new Uint8Array(partLength);
  const file = openSync(path, "r");
  try {
    let read = readSync(file, part);
    // Nearly all are that short, and are hashed in half the time.
    if (read < partLength) return hashAtOnce("sha256", part.subarray(0, read));
    const hash = createHash("sha256");
    for (; read > 0; read = readSync(file, part)) hash.update(part.subarray(0, read));
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}

/** Of a file that was made: of the bytes that are written. */
export const hashOfText = onceFor(({ text }: { readonly text: string }) => hashOfBytes(text));

/** Of a file that was made, with line ends as a checkout may have them. It is asked for by several. */
export const hashOfFile = onceFor((file: { readonly text: string; readonly stands?: { readonly hash: string } }) => {
  if (file.stands) return file.stands.hash;
  return hasReturns(file.text) ? hashOfBytes(withoutReturns(file.text)) : hashOfText(file);
});

export function hasReturns(content: string | Buffer): boolean {
  return content.includes("\r\n");
}

/** Line ends as they were written: a checkout may have converted them. */
export function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
