import { own, put } from "./pointer.js";
import { remembered } from "./remembered.js";
import { isSecret } from "./secret.js";

/** Headers of any client: `Headers`, a `Map`, pairs, Angular's `HttpHeaders`, or a record as Node and axios give it. */
export type HeadersLike =
  | { forEach(visit: (value: string, name: string) => void): void }
  | AskedHeaders
  | Iterable<readonly [string, string]>
  | Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** Headers that are asked for by name, as Angular has them. */
interface AskedHeaders {
  keys(): readonly string[];
  get(name: string): string | null;
}

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

const isLeftOut: (name: string) => boolean = /* @__PURE__ */ remembered(
  (name) => name.startsWith(":") || ofConnection.includes(name) || isSecret(name),
);

/**
 * Lower-case names with one text each; headers that hold secrets, and those of the connection, are left out. Never
 * throws.
 */
export function readHeaders(headers: HeadersLike = {}): Record<string, string> {
  const found: Record<string, string> = {};
  let connection = "";
  const add = (value: unknown, name: unknown): void => {
    if (value === null || value === undefined) return;
    const key = String(name).toLowerCase();
    if (key === "connection") connection += `,${value}`;
    if (!isLeftOut(key)) put(found, key, joined(own(found, key), value));
  };
  try {
    if (Symbol.iterator in headers) for (const [name, value] of headers) add(value, name);
    // Before forEach, which Angular has with the name first.
    else if (isAsked(headers)) for (const name of headers.keys()) add(headers.get(name), name);
    else if (typeof headers.forEach === "function") headers.forEach(add);
    else for (const [name, value] of Object.entries(headers)) add(value, name);
  } catch {
    // Headers that can't be read are as good as absent; what was read before counts.
  }
  // A connection names the headers that are about it alone.
  if (connection !== "") for (const name of connection.toLowerCase().split(/[, \t]/)) delete found[name];
  return found;
}

/** Elsewhere keys are an iterator, or the value of a header of that name. */
function isAsked(headers: HeadersLike): headers is AskedHeaders {
  const { keys } = headers as Partial<AskedHeaders>;
  return typeof keys === "function" && Array.isArray(keys.call(headers));
}

/** What came before and a further value, which may be a list of several, as one text. */
function joined(before: string | undefined, value: unknown): string {
  if (before === undefined && typeof value === "string") return value;
  return [before ?? [], value].flat().join(", ");
}
