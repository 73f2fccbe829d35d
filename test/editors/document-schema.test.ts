import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  auditSchemaFile,
  auditSchemaText,
  documentSchemaFile,
  documentSchemaText,
  writePublishedSchemas,
} from "../../build/write-document-schema.js";

const update = "UPDATE=1 node --import tsx --test test/editors/document-schema.test.ts";

if (process.env.UPDATE) writePublishedSchemas();

test("the schema for documents follows those that check documents", () => {
  assert.ok(readFileSync(documentSchemaFile, "utf8") === documentSchemaText(), `it is outdated: type ${update}`);
});

test("the schema of what `audit` prints is that of what `audit merge` takes", () => {
  assert.ok(readFileSync(auditSchemaFile, "utf8") === auditSchemaText(), `it is outdated: type ${update}`);
});
