import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { documentSchemaFile, documentSchemaText, writeDocumentSchema } from "../../build/write-document-schema.js";

const update = "UPDATE=1 node --import tsx --test test/editors/document-schema.test.ts";

test("the schema for documents follows those that check documents", () => {
  if (process.env.UPDATE) writeDocumentSchema();
  assert.ok(readFileSync(documentSchemaFile, "utf8") === documentSchemaText(), `it is outdated: type ${update}`);
});
