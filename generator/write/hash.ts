import { createHash } from "node:crypto";

export function hashOfBytes(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Line ends as they were written: a checkout may have converted them. */
export function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
