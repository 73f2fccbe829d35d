import fc from "fast-check";
import type { HostileAnswer } from "../python/hostile-answers.js";
import type { Vector } from "../vectors/generated-apis.js";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What stands in the wrong place: the lengths, types and names that readers trip over. */
const wrong: readonly Json[] = [
  null,
  true,
  false,
  "",
  " ",
  "text",
  "0",
  "53s",
  "a.b[0].c",
  "/a/0/b",
  0,
  -1,
  7,
  1.5,
  1e21,
  [],
  {},
  [""],
  [null],
  ["a", "b"],
  [{ message: "m" }],
  [{ path: ["a", 0], message: "m", code: "c" }],
  { a: ["m"] },
  { a: { b: ["m"] } },
  { lang: "en", value: "m" },
  { code: "c", message: "m" },
];
const names = ["code", "message", "detail", "details", "errors", "error", "type", "title", "status", "fields"].concat([
  "__proto__",
  "request_id",
  "retry_after",
  "retry_after_ms",
  "msg",
  "0",
]);
const headerValues = ["", "120", "-1", "1.5", "0", "1893456000", "text", "application/json", "a, b"].concat([
  "Fri, 31 Dec 1999 23:59:59 GMT",
  '"default";r=0;t=30',
]);
const headerNames = [
  "Retry-After",
  "RateLimit",
  "RateLimit-Reset",
  "X-RateLimit-Reset",
  "X-RateLimit-Remaining",
].concat(["X-Request-Id", "X-Correlation-Id", "Content-Type", "Date"]);
/** Delays until a date count from it, not from the clock of each process. */
const date = { Date: "Thu, 26 Nov 2026 00:00:00 GMT" };
const statuses = [200, 400, 401, 403, 404, 409, 422, 429, 500, 503];

/** One change of an answer: where (of all places of its body), what is put there, and how. */
const change = fc.record({
  place: fc.nat(10_000),
  how: fc.constantFrom("replace", "replace", "remove", "add", "wrap", "list", "swap"),
  what: fc.constantFrom(...wrong),
  name: fc.constantFrom(...names),
});

const changes = fc.record({
  vector: fc.nat(10_000),
  body: fc.array(change, { maxLength: 3 }),
  headers: fc.dictionary(fc.constantFrom(...headerNames), fc.constantFrom(...headerValues), { maxKeys: 2 }),
  status: fc.option(fc.constantFrom(...statuses), { freq: 3 }),
});

/** So many answers that are near to the vectors of an API; always the same ones. */
export function nearAnswers(api: string, vectors: readonly Vector[], count: number): HostileAnswer[] {
  if (vectors.length === 0) return [];
  return fc.sample(changes, { numRuns: count, seed: 11 }).map(({ vector, body, headers, status }) => {
    const seed = vectors[vector % vectors.length]!;
    const json = body.reduce<Json>(changed, seed.body as Json);
    const answer = { status: status ?? seed.status, headers: { ...date, ...recordedHeaders(seed), ...headers }, json };
    return { name: JSON.stringify(answer), api, ...answer };
  });
}

function changed(
  body: Json,
  { place, how, what, name }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Json {
  const places = placesOf(body);
  const at = places[place % places.length]!;
  const other = places[(place * 7 + 1) % places.length]!;
  return withPlace(body, at, (value) => {
    if (how === "remove") return undefined;
    if (how === "wrap") return { [name]: value };
    if (how === "list") return [value];
    if (how === "swap") return valueAt(body, other);
    if (how === "add" && isObject(value)) return { ...value, [name]: what };
    return what;
  });
}

function recordedHeaders({ headers }: Vector): Readonly<Record<string, string>> {
  return headers as Readonly<Record<string, string>>;
}

type Place = readonly string[];

function placesOf(value: Json, place: Place = []): Place[] {
  if (value === null || typeof value !== "object") return [place];
  return [place, ...Object.entries(value).flatMap(([name, member]) => placesOf(member, [...place, name]))];
}

function valueAt(value: Json, place: Place): Json {
  return place.reduce((found, name) => (found as Record<string, Json>)[name]!, value);
}

function withPlace(value: Json, [name, ...rest]: Place, change: (value: Json) => Json | undefined): Json {
  if (name === undefined) return change(value) ?? null;
  const entries = Object.entries(value as object).flatMap(([key, member]): [string, Json][] => {
    if (key !== name) return [[key, member]];
    if (rest.length > 0) return [[key, withPlace(member, rest, change)]];
    const made = change(member);
    return made === undefined ? [] : [[key, made]];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
