import fc from "fast-check";

const codes = [
  "UNAUTHORIZED",
  "VALIDATION_ERROR",
  "RATE_LIMIT_EXCEEDED",
  "VERIFICATION_FAILED",
  "tenant_limit_reached",
];
const keys = [
  "success",
  "error",
  "code",
  "message",
  "details",
  "detail",
  "request_id",
  "retry_after",
  "__proto__",
  "loc",
  "msg",
];

const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
cyclic.again = [cyclic, cyclic];
const throwing = {
  get code(): string {
    throw new Error("read");
  },
};

/** What JSON can't hold, but a body that somebody made by other means may. */
const unholdable: readonly unknown[] = [
  10n,
  Symbol("s"),
  () => 1,
  new Date(Number.NaN),
  cyclic,
  { toJSON: () => cyclic },
  throwing,
];

/** JSON that is near to what the contracts say: their keys and codes, with anything in the wrong places. */
const { near } = fc.letrec((tie) => ({
  near: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, "", 0, -1, 7, 1e308, ...codes),
    fc.string({ unit: "binary" }),
    fc.nat(unholdable.length - 1).map((index) => unholdable[index]),
    fc.array(tie("near"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...keys), tie("near"), { maxKeys: 5 }),
  ),
}));

const headers = fc.dictionary(
  fc.constantFrom("content-type", "retry-after", "x-request-id", "date", "set-cookie"),
  fc.oneof(fc.constantFrom("application/json", "text/html", "120", "-1", "Fri, 31 Dec 1999 23:59:59 GMT"), fc.string()),
);

/** Answers of every kind: near misses, any JSON, any text, any bytes, any value of the language. */
export const anyAnswer = fc.record({
  status: fc.integer({ min: 100, max: 599 }),
  headers,
  body: fc.oneof(
    near,
    near.map(textOf),
    near.map((value) => new TextEncoder().encode(textOf(value))),
    fc.json(),
    fc.string({ unit: "binary" }),
    fc.uint8Array(),
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
    }),
  ),
});

function textOf(value: unknown): string {
  try {
    return String(JSON.stringify(value));
  } catch {
    return "{";
  }
}
