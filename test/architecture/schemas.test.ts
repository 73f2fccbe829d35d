import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { evidences } from "../../generator/model/contract.js";
import { usual } from "../../generator/model/evidence/usual-members.js";
import { importExtensions } from "../../generator/read/needed-extension.js";
import { languages } from "../../generator/read/target.js";
import { emitterNames } from "../../generator/render/emitters.js";
import { filesIn } from "./source-files.js";

test("the schemas of the extensions are JSON Schemas: nobody looks when they are used", () => {
  const schemas = filesIn("generator/schema");
  assert.ok(schemas.length > 0);
  for (const { path, text } of schemas) {
    const ajv = new Ajv2020({ allErrors: true, logger: false });
    const valid = ajv.validateSchema(JSON.parse(text) as object);
    assert.ok(valid, `${path}: ${ajv.errorsText(ajv.errors)}`);
  }
});

test("the schema of x-error-codes knows every spelling that is read, and no other", () => {
  const { text } = filesIn("generator/schema").find(({ path }) => path.endsWith("/x-error-codes.schema.json"))!;
  const { properties } = JSON.parse(text).$defs.entry;
  assert.deepEqual(Object.keys(properties).sort(), Object.values(usual).flat().sort());
});

test("the schema of x-openapi-errors knows every name that there is", () => {
  const { text } = filesIn("generator/schema").find(({ path }) => path.endsWith("/x-openapi-errors.schema.json"))!;
  const { properties, $defs } = JSON.parse(text);
  assert.deepEqual($defs.emitter.enum, emitterNames);
  assert.deepEqual($defs.evidence.enum, evidences);
  assert.deepEqual(properties.importExtension.enum, importExtensions);
  assert.deepEqual(properties.language.enum, languages);
});
