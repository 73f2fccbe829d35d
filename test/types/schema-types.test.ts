import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import openapiTypeScript, { astToString, type OpenAPI3 } from "openapi-typescript";
import { parse } from "yaml";
import { schemaTypes, typesBy } from "../../generator/render/schema-types.js";
import { apiIds } from "../vectors/generated-apis.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

const about = { openapi: "3.1.0", info: { title: "T", version: "1" } };

/** What openapi-typescript treats in a way of its own. */
const odd = {
  Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: kind() },
  Cat: { type: "object", properties: { kind: { type: "string" }, "a-b": { type: ["string", "null"], default: "x" } } },
  Dog: { allOf: [{ $ref: "#/components/schemas/Cat" }, { type: "object", required: ["z"], properties: { z: {} } }] },
  Open: { type: "object", additionalProperties: { enum: ["a", 1, null] }, deprecated: true, description: "Said." },
  Anything: { type: "object", allOf: [{ type: ["object", "null"] }, { type: "object", additionalProperties: true }] },
  Loop: { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } },
  List: { type: "array", prefixItems: [{ const: 1 }, { type: "string" }], minItems: 2 },
  Needed: { allOf: [{ $ref: "#/components/schemas/Pet" }, { required: ["kind"] }] },
  Text: { type: "string", description: "\u2028 `*/` $ \\", pattern: "^a\n", enum: ["\"'`\u{1f600}\n", "-1", ""] },
  "with-dash/and~slash": { properties: { 1: { enum: [-1, 0.5, 1e21] }, π: { format: "date", examples: ["x"] } } },
};

function kind() {
  return { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } };
}

test("types are those of openapi-typescript's own program, byte for byte", async () => {
  for (const document of documents()) assert.equal(await schemaTypes(document), await theirs(document));
});

// `npm test` builds first. Alone, there may be nothing, or something older.
const skip = process.env.OPENAPI_ERRORS_CLI === undefined && "run `npm run build`, and with --env-file";
test("so they are with the part of TypeScript that is built in", { skip }, async () => {
  const built: string = new URL("../../dist/vendor/openapi-typescript.js", import.meta.url).href;
  const program = await import(built);
  for (const document of documents()) assert.equal(typesBy(program, document), await theirs(document));
});

function documents(): object[] {
  const specs = apiIds.map((id) => parse(readFileSync(`${project}spec/${id}.yaml`, "utf8")).components.schemas);
  return [odd, ...specs].map((schemas) => ({ ...about, paths: {}, components: { schemas } }));
}

async function theirs(document: object): Promise<string> {
  const asGiven = structuredClone(document) as OpenAPI3;
  return astToString(await openapiTypeScript(asGiven, { emptyObjectsUnknown: true, silent: true }));
}
