// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { Classified } from "./error.js";

/** Calls the handler of the error's code, or `unlisted` for a code that the contract does not list. */
export function matchError<R>(
  error: Pick<Classified, "code" | "listed">,
  handlers: Readonly<Record<string, (error: never) => R>>,
  unlisted: (error: never) => R,
): R {
  const handler = error.listed && Object.hasOwn(handlers, error.code) ? handlers[error.code] : undefined;
  return (handler ?? unlisted)(error as never);
}
