import type { ErrorRule } from "../../generator/runtime/contract.js";
import type { Reading } from "./reading.js";

const envelope = { code: "/code", message: "/message", details: "/details" };
const noBody = "an error body";
const wants = (pointer: string, expected: string, found: string) => ({ pointer, expected, found });
const rule = (details?: ErrorRule["details"], ...statuses: readonly string[]): ErrorRule => ({
  statuses,
  category: "not_found",
  retry: "never",
  ...(details && { details }),
});
const text = { type: "object", properties: { id: { type: "string" } } } as const;
const number = { type: "object", properties: { n: { type: "integer" } } } as const;

/** Details of a code that is not listed, of which `id` is no text and `n` is no number. */
const open = (name: string, errors: Readonly<Record<string, ErrorRule>>, details: unknown): Reading => ({
  name: `details of an unlisted code: ${name}`,
  contract: { errors },
  body: { code: "new", details: { id: 7, n: "x" } },
  expect: { listed: false, details, deviations: [] },
});
const both = { id: 7, n: "x" };

const details: readonly Reading[] = [
  open("the most precise of its status", { http_default: rule(number), http_404: rule(text) }, { n: "x" }),
  open("the most precise, though another fits better", { http_4XX: rule({}), http_404: rule(text) }, { n: "x" }),
  open("its range, though another fits better", { http_500: rule({}), http_4XX: rule(text) }, { n: "x" }),
  open("its range", { http_4XX: rule(text), http_default: rule(number) }, { n: "x" }),
  open("none of its status, but of another", { http_500: rule(text) }, { n: "x" }),
  open(
    "of another that declares them, beside one that does not",
    { http_500: rule(), http_502: rule(text) },
    { n: "x" },
  ),
  open("not as a listed code declares them", { gone: rule(number), http_500: rule(text) }, { n: "x" }),
  open("nor as one that is only called alike", { my_http_5: rule(number), http_x: rule(number) }, both),
  open("none at all", { gone: rule(number), http_404: rule() }, both),
  {
    name: "details of an unlisted code: a text, as the status declares it",
    contract: { errors: { http_404: rule({ type: "string" }) } },
    body: { code: "new", details: "a text" },
    expect: { details: "a text" },
  },
  {
    name: "details of an unlisted code that are not there",
    contract: { errors: { http_404: rule({ anyOf: [{ type: "null" }, {}] }) } },
    body: { code: "new" },
    expect: { details: undefined, deviations: [] },
  },
  {
    name: "details of an unlisted code: a shape that fits in part, before one that does not fit",
    contract: {
      errors: {
        http_404: rule({
          anyOf: [
            {
              type: "object",
              properties: { id: { type: "string" }, n: { type: "integer" }, m: { type: "integer" } },
            },
            { type: "string" },
          ],
        }),
      },
    },
    body: { code: "new", details: { id: "7", n: "7", m: "8" } },
    expect: { details: { id: "7" } },
  },
];

const statuses: readonly Reading[] = [
  ...[
    { statuses: ["404", "503"], status: 503, category: "unavailable" as const },
    { statuses: ["404"], status: 503, category: "not_found" as const },
    { statuses: ["5XX"], status: 503, category: "unavailable" as const },
  ].map(
    ({ statuses, status, category }): Reading => ({
      name: `a code of ${statuses.join(" and ")} that does not say its category, on ${status}`,
      contract: { errors: { gone: { statuses, retry: "never" } } },
      status,
      body: { code: "gone", message: "m" },
      expect: { category },
    }),
  ),
  {
    name: "an answer that says to wait, and is no rate limit",
    status: 503,
    headers: { "retry-after": "30" },
    body: { code: "new" },
    expect: { category: "unavailable", retryAfter: 30 },
  },
  {
    name: "a text in the place of codes, where that is the only one",
    contract: { envelopes: [{ code: "/detail" }], errors: { GONE: rule() } },
    body: { detail: "No such cart" },
    expect: { code: "http_404", message: "No such cart", deviations: [] },
  },
  {
    name: "a text in the place of codes, where a code has words",
    contract: { envelopes: [{ code: "/detail" }], errors: { "Rate exceeded": rule() } },
    body: { detail: "No such cart" },
    expect: { code: "No such cart", listed: false },
  },
  {
    name: "a code of one word in the place of codes and texts",
    contract: { envelopes: [{ code: "/detail" }], errors: { GONE: rule() } },
    body: { detail: "LOST " },
    expect: { code: "LOST ", listed: false },
  },
  {
    name: "words in the place of codes, beside one for texts",
    contract: { envelopes: [{ code: "/code", message: "/message" }], errors: { GONE: rule() } },
    body: { code: "No such cart" },
    expect: { code: "No such cart", listed: false },
  },
  { name: "a code on a status without a name", status: 599, body: { code: "new" }, expect: { code: "new" } },
];

const bodies: readonly Reading[] = [
  {
    name: "no body, where one has to be",
    expect: { code: "http_404", deviations: [wants("", noBody, "nothing")] },
  },
  {
    name: "a body beside a header that says the code",
    contract: { envelopes: [{ ...envelope, codeHeader: "X-Code" }] },
    headers: { "x-code": "gone" },
    body: { message: "m" },
    expect: { code: "gone", message: "m", deviations: [] },
  },
  {
    name: "a list that holds no text where the message is",
    contract: { envelopes: [{ message: "/message" }] },
    body: { message: [7] },
    expect: { deviations: [wants("", noBody, "an object")] },
  },
  ...(
    [
      [`Bearer realm="x", error="invalid_token", error_description="It expired"`, "invalid_token"],
      ["Bearer error=invalid_token", "invalid_token"],
      [`Bearer realm="x"`, "http_404"],
      [`Bearer realm="x", old_error="a", error=""`, "http_404"],
      ["invalid_token", "invalid_token"],
    ] as const
  ).map(
    ([challenge, code]): Reading => ({
      name: `a challenge: ${challenge}`,
      contract: { envelopes: [{ ...envelope, codeHeader: "WWW-Authenticate" }] },
      headers: { "www-authenticate": challenge },
      body: "",
      expect: { code },
    }),
  ),
  ...["/errors/*", "/errors/*/message"].map(
    (message): Reading => ({
      name: `a list without an item where the message is, at ${message}`,
      contract: { envelopes: [{ message, details: "/errors", fields: "/errors" }] },
      body: { errors: [] },
      expect: { message: "HTTP 404", details: [], fields: [], deviations: [] },
    }),
  ),
  ...[7, [7]].map(
    (errors): Reading => ({
      name: `no list of texts where the message is in one: ${JSON.stringify(errors)}`,
      contract: { envelopes: [{ message: "/errors/*" }] },
      body: { errors },
      expect: { deviations: [wants("", noBody, "an object")] },
    }),
  ),
  {
    name: "a body that may be the fields, and holds none",
    contract: { envelopes: [{ fields: "" }] },
    body: { x: 1 },
    expect: { fields: [], deviations: [wants("", noBody, "an object")] },
  },
  {
    name: "the first member of a map, whatever it is called",
    contract: { envelopes: [{ code: "/errors/{}/code" }] },
    body: { errors: { any: { code: "gone" }, other: { code: "new" } } },
    expect: { code: "gone" },
  },
  {
    name: "the member of a map that is called so",
    contract: { envelopes: [{ code: "/errors/{}/code" }] },
    body: { errors: { any: { code: "new" }, "{}": { code: "gone" } } },
    expect: { code: "gone" },
  },
  {
    name: "no member of a map",
    contract: { envelopes: [{ code: "/errors/{}/code" }] },
    body: { errors: {} },
    expect: { code: "http_404" },
  },
];

const places: readonly Reading[] = [
  {
    name: "details of which the first member is the code, whatever it is called",
    contract: { envelopes: [{ code: "/details/{}", details: "/details" }] },
    body: { details: { "{}": "new", x: 1 } },
    expect: { code: "new", details: { "{}": "new", x: 1 } },
  },
  {
    name: "details that are a list, where a member of them is the message",
    contract: { envelopes: [{ code: "/code", message: "/details/text", details: "/details" }] },
    body: { code: "new", details: [1] },
    expect: { code: "new", details: [1] },
  },
  { name: "a problem of no type", body: { code: "about:blank", message: "m" }, expect: { code: "http_404" } },
  { name: "a text that is no markup", body: "a < b", expect: { message: "a < b" } },
];

const messages: readonly Reading[] = [
  {
    name: "the message of an item that names no field",
    contract: { envelopes: [{ fields: "/errs", message: "/errs/*/text" }] },
    body: { errs: [{ text: "m" }] },
    expect: { message: "m", fields: [] },
  },
  {
    name: "the message of a member of a map of fields",
    contract: { envelopes: [{ fields: "/errs", message: "/errs/{}/text" }] },
    body: { errs: { a: { text: "t", message: "m" } } },
    expect: { message: "a: m" },
  },
  {
    name: "the message of a list of texts about no field",
    contract: { envelopes: [{ fields: "/errs" }] },
    body: { errs: ["is bad"] },
    expect: { message: "is bad" },
  },
];

const unit = (name: string, retryAfter: number): Reading => ({
  name: `a wait of 2500 that is called ${name}`,
  contract: { envelopes: [{ ...envelope, delay: `/${name}` }] },
  body: { code: "gone", [name]: 2500 },
  expect: { retryAfter },
});

const waits: readonly Reading[] = [
  ...["wait_msg", "ITEMS", "waitMillisecond"].map((name) => unit(name, 2500)),
  ...["wait9MS", "waitmillis", "wait-ms"].map((name) => unit(name, 2.5)),
  {
    name: "a date to wait for, by the clock of the server",
    headers: { "retry-after": "Thu, 26 Nov 2026 04:01:00 GMT", date: "Thu, 26 Nov 2026 04:00:00 GMT" },
    body: { code: "gone" },
    expect: { retryAfter: 60 },
  },
  {
    name: "a list that holds a wait where nothing says that details are there",
    contract: { envelopes: [{ code: "/code" }] },
    body: [{ "@type": "x/google.rpc.RetryInfo", retryDelay: "9s" }],
    expect: { retryAfter: undefined },
  },
  { name: "a body that is a number, which is no wait", body: 7, expect: { retryAfter: undefined } },
  {
    name: "a wait without an end",
    contract: { envelopes: [{ ...envelope, delay: "/wait" }] },
    body: '{"code":"gone","message":"m","wait":1e999}',
    expect: { retryAfter: undefined },
  },
  {
    name: "a wait in details, in seconds, whatever the unit of the other",
    contract: { envelopes: [{ ...envelope, delay: "/wait_ms" }] },
    body: { code: "gone", details: [{ "@type": "x/google.rpc.RetryInfo", retryDelay: 9 }] },
    expect: { retryAfter: 9 },
  },
];

export const openReadings: readonly Reading[] = [...details, ...statuses, ...bodies, ...places, ...messages, ...waits];
