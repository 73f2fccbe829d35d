import fc from "fast-check";
import type { HostileAnswer } from "./hostile-answers.js";

const apis = ["inbox", "mailshield", "momail", "tenantcore", "themes"];
const codes = [
  "UNAUTHORIZED",
  "VALIDATION_ERROR",
  "RATE_LIMIT_EXCEEDED",
  "VERIFICATION_FAILED",
  "tenant_limit_reached",
].concat(["validation_error", "not_found", "x_required", "http_404"]);
const keys = ["success", "error", "code", "message", "details", "detail", "request_id", "retry_after", "title"].concat([
  "__proto__",
  "loc",
  "msg",
  "path",
  "pointer",
  "source",
  "field",
  "name",
  "reason",
  "limit",
  "window",
  "expected_txt_record",
  "plan_name",
  "0",
  "1",
  "10",
]);

/** Text of every kind, halves of surrogate pairs among it. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom("\u0000", "😀", "a", "\ud83d", "\ude00", "\u2028", "é"), { maxLength: 40 })
    .map((all) => all.join("")),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** JSON that is near to what the contracts say: their keys and codes, with anything in the wrong places. */
const { near } = fc.letrec<{ near: unknown }>((tie) => ({
  near: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, false, "", 0, -1, 7, ...codes),
    text,
    number,
    fc.array(tie("near"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...keys), text), tie("near"), { maxKeys: 6 }),
  ),
}));
const code = fc.oneof(fc.constantFrom(...codes), near);
const envelope = fc.oneof(
  fc.record({
    success: fc.oneof(fc.constant(false), near),
    error: fc.record({ code, message: near, details: near, request_id: near }, { requiredKeys: ["code"] }),
  }),
  fc.record({ error: code, message: near, details: near, request_id: near }),
  fc.record({ detail: fc.oneof(near, fc.record({ code, message: near, plan_name: near, tenant_limit: near })) }),
  near,
);

/** JSON with a slip in it. */
const slips = fc.oneof(
  text,
  fc.constantFrom("", "\\", '"', "]", "}", ",", ":", "NaN", "1e999", "-", "\u00a0", "\u001f", "\ufeff"),
);
const mistyped = fc
  .tuple(
    envelope.map((body) => JSON.stringify(body)),
    fc.nat(),
    slips,
  )
  .map(([json, place, slip]) => {
    const at = place % (json.length + 1);
    return `${json.slice(0, at)}${slip}${json.slice(at + (place % 3))}`;
  });
const bytes = fc.tuple(mistyped, fc.nat(), fc.nat(255)).map(([json, place, byte]) => {
  const all = Buffer.from(json);
  if (all.length > 0) all[place % all.length] = byte;
  return all;
});

/** Answers of every kind: near misses as parsed JSON, as text and as bytes; any text, any bytes. */
export const anyAnswer: fc.Arbitrary<HostileAnswer> = fc
  .record({
    api: fc.constantFrom(...apis),
    status: fc.oneof(fc.integer({ min: 100, max: 599 }), number),
    headers: fc.dictionary(
      fc.oneof(fc.constantFrom("content-type", "Retry-After", "x-request-id", "Set-Cookie"), fc.string()),
      fc.oneof(fc.constantFrom("application/json", "text/html", "text/plain", "120", "-1"), text),
    ),
    operation: fc.constantFrom("createTenant", "listDomains", "toString"),
    body: fc.oneof(
      envelope.map((json) => ({ json })),
      fc
        .oneof(
          envelope.map((body) => JSON.stringify(body)),
          mistyped,
          text,
        )
        .map((text) => ({ text })),
      fc.oneof(bytes, fc.uint8Array()).map((all) => ({ base64: Buffer.from(all).toString("base64") })),
    ),
  })
  .map(({ body, ...answer }) => ({ name: JSON.stringify({ ...answer, ...body }), ...answer, ...body }));
