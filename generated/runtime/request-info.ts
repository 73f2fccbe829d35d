// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { RequestGiven, RequestInfo } from "./error.js";

/** What to keep of a request: query, fragment and user information often hold secrets. Never throws. */
export function requestInfo(request: RequestGiven): RequestInfo {
  try {
    const { method, url } = request;
    const [address] = textOf(url)?.split(/[?#]/, 1) ?? [];
    return { method: textOf(method), url: address?.replace(/\/\/[^/]*@/, "//") };
  } catch {
    // Anything may be given, even what refuses to be looked at.
    return { method: undefined, url: undefined };
  }
}

function textOf(given: unknown): string | undefined {
  return given === undefined || given === null ? undefined : String(given);
}
