import { createHash } from "node:crypto";
import type { Contract } from "../contract.js";

/** What an API is about, whatever it is called: with another id or title it is the same one. */
export function identityOf({ server, operations, errors }: Contract): string {
  const codes = errors.map(({ code, statuses }) => [code, statuses]);
  return createHash("sha256")
    .update(JSON.stringify([server, operations, codes]))
    .digest("hex");
}
