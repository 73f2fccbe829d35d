import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContract } from "../../generator/read-contract.js";
import { temporaryFolder } from "../support/cli.js";

/**
 * Choices within choices and beside choices: n of two are 2^n bodies, and take what n of them take to write. Where the work
 * doubles with each level, these would not end.
 */
const depth = 30;

type Schema = Readonly<Record<string, unknown>>;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const to = (index: number) => ({ $ref: `#/components/schemas/Level${index}` });
const coded = (index: number) => ({
  type: "object",
  required: ["code"],
  properties: { code: { const: `code_${index}` }, [`only_${index}`]: { type: "string" } },
});

/** One level, made of the next. */
const levels: Readonly<Record<string, (index: number) => Schema>> = {
  oneOf: (i) => ({ oneOf: [{ allOf: [to(i + 1)] }, { allOf: [to(i + 1), { title: "Other" }] }] }),
  anyOf: (i) => ({ anyOf: [{ allOf: [to(i + 1), coded(i)] }, { allOf: [to(i + 1)], type: "object" }] }),
  "a union beside a union": (i) => ({ oneOf: [to(i + 1), coded(i)], anyOf: [to(i + 1), coded(-i)] }),
  "allOf of unions": (i) => ({ allOf: [{ oneOf: [to(i + 1), coded(i)] }, { oneOf: [to(i + 1), coded(-i)] }] }),
  "keywords beside a reference": (i) => ({ oneOf: [to(i + 1), { ...to(i + 1), ...coded(i) }] }),
  "a discriminator": (i) => ({
    oneOf: [{ allOf: [to(i + 1), { title: "A" }] }, { allOf: [to(i + 1), { title: "B" }] }],
    discriminator: { propertyName: "code", mapping: { [`a_${i}`]: to(i + 1).$ref, [`b_${i}`]: to(i + 1).$ref } },
  }),
  "members that are unions": (i) => ({
    type: "object",
    properties: { code: { const: `code_${i}` }, error: { oneOf: [to(i + 1), { allOf: [to(i + 1)] }] } },
  }),
  "lists of unions": (i) => ({ type: "array", items: { oneOf: [to(i + 1), { allOf: [to(i + 1)], title: "B" }] } }),
  "not, null and itself": (i) => ({ anyOf: [{ not: to(i + 1) }, { allOf: [to(i + 1)] }, { type: "null" }, to(0)] }),
};

/** Where it stands in a body. */
const places: Readonly<Record<string, (schema: Schema) => Schema>> = {
  "the body": (schema) => schema,
  "an envelope": (schema) => ({ type: "object", required: ["error"], properties: { error: schema } }),
  details: (schema) => ({ ...coded(-1), properties: { ...coded(-1).properties, details: schema } }),
  "a list of errors": (schema) => ({ type: "object", properties: { errors: { type: "array", items: schema } } }),
};

const unions = range(depth).map((i) => ({ oneOf: [coded(2 * i), coded(2 * i + 1)] }));
const wide = [range(300), range(300).map((i) => i + 300)].map((codes) => ({ oneOf: codes.map(coded) }));

test("choices that multiply take no more than the document asks for, wherever they stand", (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, "openapi.json");
  const isRead = (schema: Schema, schemas: Schema, name: string) => {
    const answer = { description: "No.", content: { "application/json": { schema } } };
    const operations = range(20).map((i) => [`/p${i}`, { get: { operationId: `op${i}`, responses: { 400: answer } } }]);
    const document = { openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths: Object.fromEntries(operations) };
    writeFileSync(path, JSON.stringify({ ...document, components: { schemas } }));
    const { read, problems } = readContract(path);
    assert.ok(read, `${name}: ${JSON.stringify(problems)}`);
  };
  for (const [level, make] of Object.entries(levels)) {
    const schemas = Object.fromEntries([
      ...range(depth).map((i) => [`Level${i}`, make(i)]),
      [`Level${depth}`, coded(99)],
    ]);
    for (const [place, put] of Object.entries(places)) isRead(put(to(0)), schemas, `${level} in ${place}`);
  }
  for (const [place, put] of Object.entries(places)) {
    isRead(put({ allOf: unions }), {}, `unions in one allOf in ${place}`);
    isRead(put({ allOf: wide }), {}, `two wide unions in one allOf in ${place}`);
  }
});

/** Unions of which the one that tells is the last. */
const telling = [...range(depth).map((i) => ({ oneOf: [{ title: `A${i}` }, { title: `B${i}` }] })), wide[0]!];

test("what is left together says its codes all the same", (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, "openapi.json");
  const schema = { allOf: telling };
  const responses = { 400: { description: "No.", content: { "application/json": { schema } } } };
  const paths = { "/a": { get: { operationId: "a", responses } } };
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths }));
  const { read } = readContract(path);
  const codes = new Set(read?.contract.errors.map(({ code }) => code));
  assert.deepEqual(
    range(2 * depth).filter((i) => !codes.has(`code_${i}`)),
    [],
  );
});
