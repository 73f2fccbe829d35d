import type { IncomingMessage } from "node:http";

/** Whether a browser asks what it may ask (Fetch Standard, CORS preflight): no operation is meant. */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === "OPTIONS" && headers.origin !== undefined && headers["access-control-request-method"] !== undefined;
}

/** Everything is allowed, to whoever may ask at all. */
export function preflightHeaders({ headers }: IncomingMessage): Record<string, string> {
  const asked = headers["access-control-request-headers"];
  return {
    ...allowing(headers.origin),
    "Access-Control-Allow-Methods": String(headers["access-control-request-method"]),
    ...(asked === undefined ? {} : { "Access-Control-Allow-Headers": asked }),
    ...(headers["access-control-request-private-network"] ? { "Access-Control-Allow-Private-Network": "true" } : {}),
    "Access-Control-Max-Age": "600",
  };
}

/** What lets a page read an answer with all its headers: a client that reads `Retry-After` could not in a browser. */
export function allowingHeaders({ headers }: IncomingMessage, names: readonly string[]): Record<string, string> {
  if (headers.origin === undefined) return {};
  return { ...allowing(headers.origin), "Access-Control-Expose-Headers": names.join(", ") };
}

function allowing(origin = ""): Record<string, string> {
  return { "Access-Control-Allow-Origin": origin, "Access-Control-Allow-Credentials": "true", Vary: "Origin" };
}
