import { failing, type HostileDocument, head, shop } from "./documents.js";

/** References, statuses, unions and discriminators that go in circles, lead nowhere or multiply. */

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const gone = "{ type: object, required: [code], properties: { code: { const: gone } } }";

type Status = HostileDocument["status"];

function referring(name: string, schemas: string, status: Status, says?: RegExp, reference = "#/components/schemas/A") {
  const text = () => shop(failing(`{ $ref: "${reference}" }`), `{ schemas: ${schemas} }`);
  return yaml(name, text, status, says);
}

function yaml(name: string, text: () => string, status: Status, says?: RegExp): HostileDocument {
  return { name, files: () => ({ "openapi.yaml": text() }), status, ...(says && { says }) };
}

const to = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;

const references: readonly HostileDocument[] = [
  referring("a reference to itself", `{ A: ${to("A")} }`, 0),
  referring("two references to each other", `{ A: ${to("B")}, B: ${to("A")} }`, 0),
  referring("a circle through allOf", `{ A: { allOf: [${to("B")}] }, B: { allOf: [${to("A")}] } }`, 0),
  referring("a circle through oneOf", `{ A: { oneOf: [${to("B")}, ${gone}] }, B: { anyOf: [${to("A")}] } }`, 0),
  referring("a circle through a member", `{ A: { properties: { code: { const: gone }, cause: ${to("A")} } } }`, 0),
  referring("a circle through items", `{ A: { type: array, items: ${to("A")} } }`, 0),
  referring("a circle through not", `{ A: { not: ${to("A")} } }`, 0),
  referring(
    "a circle of siblings",
    `{ A: { $ref: "#/components/schemas/B", type: object }, B: { $ref: "#/components/schemas/A", title: B } }`,
    0,
  ),
  referring(
    "a circle through a discriminator",
    `{ A: { discriminator: { propertyName: code, mapping: { a: "#/components/schemas/A", b: B } } }, B: { allOf: [${to("A")}] } }`,
    0,
  ),
  ...[
    ["__proto__", "#/components/schemas/__proto__"],
    ["constructor", "#/components/schemas/constructor/prototype"],
    ["the length of a list", "#/paths/~1orders/get/tags/length"],
    ["a pointer with ..", "#/paths/~1orders/../x"],
    ["a tilde and 2", "#/components/schemas/~2"],
    ["a percent sign alone", "#/components/schemas/%"],
    ["bytes that are no UTF-8", "#/components/schemas/%ff"],
    ["an empty token", "#/components/schemas/"],
    ["an anchor", "#A"],
    ["no pointer", "#"],
    ["nothing", ""],
    ["a number", "#/x-number"],
    ["NUL", "a%00b.yaml"],
    ["a long name", `${"a".repeat(5000)}.yaml`],
  ].map(([name, reference]) => referring(`a reference to ${name}`, "{ A: {} }", 0, undefined, reference)),
  ...["7", "null", "[a]", "{ a: 1 }", "true"].map((value) =>
    yaml(`$ref: ${value}`, () => shop(failing(`{ $ref: ${value} }`)), 0),
  ),
  referring("a chain of 50 references", chain(50), 0),
  referring("a chain of 10,000 references", chain(10_000), 0, /more than 100 references/),
  yaml(
    "a chain of 10,000 responses",
    () => {
      const links = range(10_000).map((i) => `R${i}: { $ref: "#/components/responses/R${i + 1}" }`);
      return shop(
        '{ "404": { $ref: "#/components/responses/R0" } }',
        `{ responses: { ${links.join(", ")}, R10000: { description: No. } } }`,
      );
    },
    0,
    /more than 100 references/,
  ),
  referring(
    "a chain of 2,000 allOf",
    `{ ${range(2000)
      .map((i) => `${named(i)}: { allOf: [${to(named(i + 1))}] }`)
      .join(", ")}, ${named(2000)}: ${gone} }`,
    0,
  ),
  referring(
    "a chain of 2,000 members",
    `{ ${range(2000)
      .map((i) => `${named(i)}: { type: object, properties: { code: { const: gone }, cause: ${to(named(i + 1))} } }`)
      .join(", ")}, ${named(2000)}: ${gone} }`,
    0,
  ),
];

function named(index: number): string {
  return index === 0 ? "A" : `A${index}`;
}

function chain(length: number): string {
  return `{ ${range(length)
    .map((i) => `${named(i)}: ${to(named(i + 1))}`)
    .join(", ")}, ${named(length)}: ${gone} }`;
}

const statuses: readonly HostileDocument[] = [
  ...[
    "4XX",
    "4xx",
    "default",
    "40X",
    "600",
    "0404",
    "-1",
    "200 OK",
    "x-a",
    "",
    "4",
    "404.0",
    "1e3",
    "__proto__",
    "4٠4",
  ].map((status) => yaml(`a status ${status}`, () => shop(failing(gone).replace("404", status)), 0)),
  yaml(
    "1,000 statuses",
    () =>
      shop(
        `{ ${range(1000)
          .map((i) => `"${i}": { description: No. }`)
          .join(", ")} }`,
      ),
    0,
  ),
];

/** So many unions beside each other that all their combinations would be 2^n. */
const combined = (count: number, inner: (index: number) => string) =>
  failing(
    `{ allOf: [${range(count)
      .map((i) => `{ oneOf: [${inner(2 * i)}, ${inner(2 * i + 1)}] }`)
      .join(", ")}] }`,
  );
const coded = (i: number) => `{ type: object, properties: { m${i}: { const: ${i} }, code: { const: c${i} } } }`;
const doubled = (i: number) =>
  `${named(i)}: { oneOf: [{ allOf: [${to(named(i + 1))}] }, { allOf: [${to(named(i + 1))}, { title: B }] }] }`;

const unions: readonly HostileDocument[] = [
  yaml("30 unions of two in one allOf", () => shop(combined(30, coded)), 0),
  referring("30 levels of unions of two", `{ ${range(30).map(doubled).join(", ")}, ${named(30)}: ${gone} }`, 0),
  referring(
    "30 levels of allOf of the same twice",
    `{ ${range(30)
      .map((i) => `${named(i)}: { allOf: [${to(named(i + 1))}, ${to(named(i + 1))}] }`)
      .join(", ")}, ${named(30)}: ${gone} }`,
    0,
  ),
  referring(
    "30 levels of two members each",
    `{ ${range(30)
      .map(
        (i) =>
          `${named(i)}: { type: object, properties: { code: { const: gone }, a: ${to(named(i + 1))}, b: ${to(named(i + 1))} } }`,
      )
      .join(", ")}, ${named(30)}: ${gone} }`,
    0,
  ),
  referring(
    "30 levels of two members each, in YAML aliases",
    `{ A: { properties: { code: { const: gone }, x: { type: object } } } }`,
    0,
  ),
  ...[
    "#/components/schemas/None",
    "none.yaml",
    "../../../../etc/passwd",
    "https://shop.test/a.yaml",
    "A",
    "",
    "#/x/__proto__",
  ].map((mapped) =>
    referring(
      `a mapping to ${mapped || "nothing"}`,
      `{ A: { type: object, discriminator: { propertyName: code, mapping: { gone: "${mapped}" } }, properties: { code: { type: string } } } }`,
      0,
    ),
  ),
  ...[
    "7",
    "null",
    "[]",
    "{ a: 7 }",
    "{ propertyName: 7 }",
    "{ propertyName: none }",
    "{ propertyName: code, mapping: [1] }",
    "{ propertyName: code, mapping: { a: [] } }",
  ].map((value) =>
    yaml(`a discriminator ${value}`, () => shop(failing(`{ oneOf: [${gone}], discriminator: ${value} }`)), 0),
  ),
];

const odd: readonly HostileDocument[] = [
  ...["(a+)+$", "(", "(?<year>a)", "(?<!a)b", "[", "\\\\p{L}", "(?R)", "a{99999999999}"].map((pattern) =>
    yaml(
      `a pattern ${pattern}`,
      () =>
        shop(
          `{ "404": { description: No., content: { application/json: { schema: { type: object, required: [code], properties: { code: { const: gone }, text: { type: string, pattern: '${pattern}' } } }, example: { code: gone, text: ${"a".repeat(50)}b } } } } }`,
        ),
      0,
    ),
  ),
  ...["1e308", "-0", "12345678901234567890", "1e400", "-1", ".inf", ".nan", "0x1F", "0o17", "1_000"].map((number) =>
    yaml(
      `a number ${number}`,
      () =>
        shop(
          `{ "404": { description: No., headers: { Retry-After: { schema: { type: integer }, example: ${number} } }, content: { application/json: { schema: { properties: { code: { enum: [${number}, gone] }, n: { minimum: ${number}, default: ${number} } } } } } } }`,
        ),
      0,
    ),
  ),
  yaml(
    "an enum of everything",
    () => shop(failing('{ properties: { code: { enum: [1, "1", 1.5, true, null, {}, [], gone] } } }')),
    0,
  ),
  yaml(
    "10,000 operations without an answer",
    () =>
      `${head}paths:\n${range(10_000)
        .map((i) => `  /p${i}: { get: {} }`)
        .join("\n")}\n`,
    0,
  ),
];

export const hostileShapes: readonly HostileDocument[] = [...references, ...statuses, ...unions, ...odd];
