import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
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
