import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { together } from "../support/cli.js";
import { codesOf, generateFrom, head, responseWith, schemaWith } from "./documents.js";

const operation = (response: string) => `{ responses: { "404": ${response} } }`;
const referring = (reference: string) =>
  `${head}paths: { /orders: { get: ${operation(`{ $ref: "${reference}" }`)} } }\n`;

describe("a reference is followed", together, () => {
  const cases: Record<string, Record<string, string>> = {
    "to a whole file": { "openapi.yaml": referring("gone.yaml"), "gone.yaml": responseWith("gone") },
    "from a file, relative to that file": {
      "openapi.yaml": referring("parts/responses.yaml#/Gone"),
      "parts/responses.yaml": 'Gone: { $ref: "../other/gone.json" }',
      "other/gone.json": JSON.stringify({
        description: "No.",
        content: {
          "application/json": { schema: { properties: { code: { const: "gone" } } }, example: { code: "gone" } },
        },
      }),
    },
    "with a percent sign, a slash, a tilde and braces in its name": {
      "openapi.yaml": `${referring("#/components/responses/100%25~1of~0%7Bit%7D")}components: { responses: { "100%/of~{it}": ${responseWith("gone")} } }\n`,
    },
    "to a name that holds what looks like an escape": {
      "openapi.yaml": `${referring("#/components/responses/Not%20Found")}components: { responses: { "Not%20Found": ${responseWith("gone")} } }\n`,
    },
    "to a file with a space in its name": {
      "openapi.yaml": referring("not%20found.yaml#/a"),
      "not found.yaml": `a: ${responseWith("gone")}`,
    },
    "into another response, below a path with a number sign": {
      "openapi.yaml": `${head}paths:
  "/token#refresh": { get: ${operation(responseWith("gone"))} }
  /orders: { get: { responses: { "404": { $ref: "#/paths/~1token#refresh/get/responses/404" } } } }\n`,
    },
    "from a path item to a file": {
      "openapi.yaml": `${head}paths: { /orders: { $ref: "orders.yaml#/item" } }\n`,
      "orders.yaml": `item: { get: ${operation(responseWith("gone"))} }`,
    },
    "from an operation, and from its responses": {
      "openapi.yaml": `${head}paths: { /orders: { get: { $ref: "get.yaml" } } }\n`,
      "get.yaml": 'responses: { $ref: "responses.yaml" }',
      "responses.yaml": `"404": ${responseWith("gone")}`,
    },
    "to a document by the name it gives itself, from another file as well": {
      "openapi.yaml": `$self: https://acme.example/all.yaml
${referring("https://acme.example/all.yaml#/components/responses/Gone")}components:
  responses: { Gone: { $ref: "gone.yaml" } }
  schemas: { Gone: { properties: { code: { const: gone } } } }\n`.replace("3.1.0", "3.2.0"),
      "gone.yaml": `description: No.
content:
  application/json:
    schema: { $ref: "https://acme.example/all.yaml#/components/schemas/Gone" }
    example: { code: gone }\n`,
    },
    "to a schema by the name that it gives itself, in another file as well": {
      "openapi.yaml": `${head}paths: { /orders: { get: ${operation('{ description: No., content: { application/json: { schema: { $ref: "schemas.yaml#gone" }, example: { code: gone } } } }')} } }\n`,
      "schemas.yaml":
        'Gone: { $anchor: gone, properties: { code: { $ref: "#code" } } }\nCode: { $anchor: code, const: gone }\n',
    },
    "from all paths to a file, and from a section of the components": {
      "openapi.yaml": `${head}paths: { $ref: ./paths/index.yaml }\ncomponents: { responses: { $ref: ./responses/index.yaml } }\n`,
      "paths/index.yaml": `/orders: { get: ${operation('{ $ref: "../openapi.yaml#/components/responses/Gone" }')} }\n`,
      "responses/index.yaml": `Gone: ${responseWith("gone")}`,
    },
    "around in a circle over two files": {
      "openapi.yaml": `${referring("a.yaml#/Gone")}`,
      "a.yaml": `Gone: { description: No., content: { application/json: { schema: { $ref: "b.yaml#/Gone" }, example: { code: gone } } } }
Cause: { type: object, properties: { cause: { $ref: "b.yaml#/Cause" } } }\n`,
      "b.yaml": `Gone:
  type: object
  required: [code]
  properties: { code: { const: gone }, cause: { $ref: "a.yaml#/Cause" } }
Cause: { $ref: "a.yaml#/Cause" }\n`,
    },
    "to an example that is a list": {
      "openapi.yaml": `${head}paths: { /orders: { get: ${operation(responseWith("gone"))} } }
components: { examples: { All: { $ref: "all.json#/0" } } }\n`,
      "all.json": '[{ "value": {} }]',
    },
  };
  for (const [name, files] of Object.entries(cases))
    test(name, async (t) => {
      const run = await generateFrom(t, files);
      assert.equal(run.status, 0, run.stderr);
      assert.deepEqual(codesOf(run), ["gone"]);
    });
});

test("a document may be of a thousand files", async (t) => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index);
  const files = numbers.map((number) => [`parts/${number}.yaml`, `get: ${operation(responseWith(`gone_${number}`))}`]);
  const paths = numbers.map((number) => `  /orders/${number}: { $ref: parts/${number}.yaml }\n`).join("");
  const run = await generateFrom(t, { "openapi.yaml": `${head}paths:\n${paths}`, ...Object.fromEntries(files) });
  assert.equal(run.status, 0, run.stderr);
  assert.equal(codesOf(run).length, 1000);
});

test("the query method and additional operations of OpenAPI 3.2 are operations", async (t) => {
  const item = `{ query: ${operation(responseWith("gone"))}, additionalOperations: { COPY: ${operation(responseWith("kept"))} } }`;
  const run = await generateFrom(t, {
    "openapi.yaml": `${head.replace("3.1.0", "3.2.0")}paths: { /orders: ${item} }\n`,
  });
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(codesOf(run), ["gone", "kept"]);
  assert.deepEqual(run.contract?.operations.map(({ id }) => id).sort(), ["COPY /orders", "QUERY /orders"]);
});

describe("in a document that was not prepared, a reference that leads nowhere is no refusal", together, () => {
  const plain = head.replace(/^x-error-contract.*\n/m, "");
  const document = (schema: string) => `${plain}paths:
  /orders:
    get:
      responses:
        "404": { description: No., content: { application/json: { schema: ${schema} } } }\n`;

  test("within what its errors lead to it is a warning", async (t) => {
    for (const reference of ["#/components/schemas/None", "none.yaml", "../outside.yaml", "https://shop.test/a.yaml"]) {
      const { status, stderr } = await generateFrom(t, { "openapi.yaml": document(`{ $ref: "${reference}" }`) });
      assert.match(stderr, /^openapi\.yaml:7:\d+: warning: /m, reference);
      assert.equal(status, 0, stderr);
    }
  });

  test("a file that is broken there is a warning with its place", async (t) => {
    const files = { "openapi.yaml": document('{ $ref: "broken.yaml" }'), "broken.yaml": "a: 'b\n" };
    const { status, stderr } = await generateFrom(t, files);
    assert.match(stderr, /^broken\.yaml:1:4: warning: this text has no closing `'`/m);
    assert.equal(status, 0, stderr);
  });

  test("elsewhere nobody asks for it", async (t) => {
    const far = `${document(schemaWith("gone"))}components: { schemas: { Order: { $ref: "none.yaml" } } }\n`;
    const { status, stderr } = await generateFrom(t, { "openapi.yaml": far });
    assert.doesNotMatch(stderr, /none\.yaml/);
    assert.equal(status, 0, stderr);
  });
});

test("Swagger 2.0 is refused where it says so, with a command that converts it", async (t) => {
  const { status, stderr } = await generateFrom(t, { "openapi.yaml": "info: { title: Shop }\nswagger: '2.0'\n" });
  assert.match(stderr, /^openapi\.yaml:2:10: error: Swagger 2\.0: only OpenAPI 3\.0, 3\.1 and 3\.2 are read/m);
  assert.match(stderr, /fix: convert it first: `npx swagger2openapi .*openapi\.yaml`/);
  assert.equal(status, 1);
});
