import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import openapiTypeScript, { astToString } from "openapi-typescript";
import { parse } from "yaml";
import { schemaTypes } from "../../generator/render/schema-types.js";
import { apiIds } from "../vectors/generated-apis.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** What openapi-typescript treats in a way of its own. */
const odd = {
  Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: kind() },
  Cat: { type: "object", properties: { kind: { type: "string" }, "a-b": { type: ["string", "null"], default: "x" } } },
  Dog: { allOf: [{ $ref: "#/components/schemas/Cat" }, { type: "object", required: ["z"], properties: { z: {} } }] },
  Open: { type: "object", additionalProperties: { enum: ["a", 1, null] }, deprecated: true, description: "Said." },
  Loop: { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } },
  List: { type: "array", prefixItems: [{ const: 1 }, { type: "string" }], minItems: 2 },
};

function kind() {
  return { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" } };
}

test("types are those of openapi-typescript's own program, byte for byte", async () => {
  const specs = apiIds.map((id) => parse(readFileSync(`${project}spec/${id}.yaml`, "utf8")).components.schemas);
  for (const schemas of [odd, ...specs]) {
    const document = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas } };
    const theirs = await openapiTypeScript(structuredClone(document), { alphabetize: true, silent: true });
    assert.equal(await schemaTypes(document), astToString(theirs));
  }
});
