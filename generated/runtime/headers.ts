// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

import { isSecret } from "./secret.js";

/** Headers of any client: `Headers`, a `Map`, pairs, or a record as Node and axios give it. */
export type HeadersLike =
  | { forEach(visit: (value: string, name: string) => void): void }
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** What is about one connection, or about the bytes that came over it: wrong for whoever the error is handed on to. */
const ofConnection = [
  ...[
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
  ],
  ...["content-length", "content-encoding", "content-range", "content-md5", "content-digest", "digest"],
];

/**
 * Lower-case names with one text each; headers that hold secrets, and those of the connection, are left out. Never
 * throws.
 */
export function readHeaders(headers: HeadersLike = {}): Record<string, string> {
  const found = new Map<string, string>();
  const add = (value: unknown, name: unknown): void => {
    const key = String(name).toLowerCase();
    if (value != null && !isSecret(key)) found.set(key, [found.get(key) ?? [], value].flat().join(", "));
  };
  try {
    if (Symbol.iterator in headers) for (const [name, value] of headers) add(value, name);
    else if (typeof headers.forEach === "function") headers.forEach(add);
    else for (const [name, value] of Object.entries(headers)) add(value, name);
  } catch {
    // Headers that can't be read are as good as absent; what was read before counts.
  }
  const named =
    found
      .get("connection")
      ?.toLowerCase()
      .split(/[, \t]/) ?? [];
  return Object.fromEntries(
    [...found].filter(([name]) => !name.startsWith(":") && !ofConnection.includes(name) && !named.includes(name)),
  );
}
