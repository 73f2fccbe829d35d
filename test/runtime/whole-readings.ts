import type { Reading } from "./reading.js";

const rule = { statuses: ["404"], category: "not_found", retry: "never" } as const;
const contract = { envelopes: [{ code: "" }], errors: { ITEM_GONE: rule } };
const json = { "content-type": "application/json" };
const text = { "content-type": "text/plain; charset=utf-8" };
const listed = { code: "ITEM_GONE", listed: true, message: "ITEM_GONE", details: undefined, deviations: [] };
const anError = (found: string) => ({ deviations: [{ pointer: "", expected: "an error body", found }] });

/** Bodies that are themselves the code. */
export const wholeReadings: readonly Reading[] = [
  { name: "a JSON string that is the code", contract, headers: json, body: '"ITEM_GONE"', expect: listed },
  { name: "JSON that a client parsed to the code", contract, headers: json, body: "ITEM_GONE", expect: listed },
  { name: "a text that is the code", contract, headers: text, body: "ITEM_GONE", expect: listed },
  {
    name: "a text that is the code and ends its line",
    contract,
    headers: text,
    body: " ITEM_GONE\r\n",
    expect: listed,
  },
  {
    name: "a code in quotes that is called text",
    contract,
    headers: text,
    body: '"ITEM_GONE"',
    expect: { code: '"ITEM_GONE"', listed: false },
  },
  { name: "a code as text of a media type that nobody said", contract, body: "ITEM_GONE\n", expect: listed },
  {
    name: "a whole body that is an unlisted code",
    contract,
    headers: text,
    body: "ITEM_LOCKED\n",
    expect: { code: "ITEM_LOCKED", listed: false, closest: "ITEM_GONE", deviations: [] },
  },
  {
    name: "a whole body that is a number",
    contract: { envelopes: [{ code: "", codeType: "integer" }], errors: { "1001": rule } },
    headers: json,
    body: "1001",
    expect: { code: "1001", listed: true, deviations: [] },
  },
  {
    name: "a code of several words that is listed",
    contract: { ...contract, errors: { "item is gone": rule } },
    headers: text,
    body: "item is gone\n",
    expect: { code: "item is gone", listed: true, deviations: [] },
  },
  {
    name: "a text for people where the body is the code",
    contract,
    headers: text,
    body: "upstream connect error",
    expect: { code: "http_404", message: "upstream connect error", ...anError('string "upstream connect error"') },
  },
  {
    name: "a text for people beside codes of several words",
    contract: { ...contract, errors: { "item is gone": rule } },
    headers: text,
    body: "no such page",
    expect: { code: "http_404", message: "no such page", ...anError('string "no such page"') },
  },
  ...["Not Found", "404", '"Not Found"', "not found\n"].map(
    (body): Reading => ({
      name: `a whole body that says no more than the status: ${JSON.stringify(body)}`,
      contract,
      headers: text,
      body,
      expect: { code: "http_404", listed: false },
    }),
  ),
  ...["<html><body>ITEM_GONE</body></html>", '{"error":', "about:blank", "", "  "].map(
    (body): Reading => ({
      name: `no code is the whole of ${JSON.stringify(body)}`,
      contract,
      headers: text,
      body,
      expect: { code: "http_404", listed: false },
    }),
  ),
  ...[{ ITEM_GONE: 1 }, ["ITEM_GONE"], true, null].map(
    (body): Reading => ({
      name: `no code is the whole of the JSON ${JSON.stringify(body)}`,
      contract: { ...contract, envelopes: [{ code: "", codeOptional: true }] },
      body,
      expect: { code: "http_404", listed: false },
    }),
  ),
  {
    name: "a code in an object, beside bodies that are codes",
    contract: { envelopes: [{ code: "" }, { code: "/code", message: "/message" }], errors: { ITEM_GONE: rule } },
    body: { code: "ITEM_GONE", message: "m" },
    expect: { code: "ITEM_GONE", message: "m", deviations: [] },
  },
  {
    name: "a whole body that is the code, beside objects that hold one",
    contract: { envelopes: [{ code: "/code", message: "/message" }, { code: "" }], errors: { ITEM_GONE: rule } },
    body: '"ITEM_GONE"',
    expect: listed,
  },
];
