import { createHash } from "node:crypto";
import { onceFor } from "../model/document/made-once.js";

export function hashOfBytes(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Of a file that was made, with line ends as a checkout may have them. It is asked for by several. */
export const hashOfFile = onceFor(({ text }: { readonly text: string }) => hashOfBytes(withoutReturns(text)));

/** Line ends as they were written: a checkout may have converted them. */
export function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
