import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readContract } from "../../generator/read-contract.js";
import { temporaryFolder } from "../support/cli.js";

/** Pairs of so many alternatives and examples are a million: where each pair takes work, or memory, this does not end. */
const many = 1000;

type Schema = Readonly<Record<string, unknown>>;
const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const body = (index: number) => ({ code: `code_${index}`, message: "No.", [`only_${index}`]: "x" });

/** An error with a member of its own, and whatever tells its code. */
const failure = (index: number, code: Schema, required: readonly string[] = []): Schema => ({
  type: "object",
  required: ["code", "message", ...required],
  properties: {
    code: { type: "string", ...code },
    message: { type: "string" },
    details: { type: "object", properties: { [`member_${index}`]: { type: "string" } } },
  },
});

function contractOf(t: TestContext, content: Schema) {
  const path = join(temporaryFolder(t), "openapi.json");
  const answer = { description: "No.", content: { "application/json": content } };
  const paths = { "/things": { get: { operationId: "listThings", responses: { 400: answer } } } };
  writeFileSync(path, JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths }));
  const { read, problems } = readContract(path);
  assert.ok(read, JSON.stringify(problems[0]));
  return { contract: read.contract, problems: problems.map(({ code }) => code) };
}

const named = (count: number) =>
  Object.fromEntries(range(count).map((index) => [`no_${index}`, { value: body(index) }]));

const kinds: Readonly<Record<string, (count: number) => Schema>> = {
  "declare their codes beside named examples": (count) => ({
    schema: { oneOf: range(count).map((index) => failure(index, { const: `code_${index}` })) },
    examples: named(count),
  }),
  "show their codes beside named examples": (count) => ({
    schema: { anyOf: range(count).map((index) => failure(index, { example: `code_${index}` })) },
    examples: named(count),
  }),
  "declare other codes than the examples show": (count) => ({
    schema: { anyOf: range(count).map((index) => failure(index, { const: `other_${index}` })) },
    examples: named(count),
  }),
  "have an example each": (count) => ({
    schema: {
      oneOf: range(count).map((index) => ({ ...failure(index, { const: `code_${index}` }), example: body(index) })),
    },
  }),
  "have an example each, and differ in what they ask for": (count) => ({
    schema: {
      oneOf: range(count).map((index) => ({ ...failure(index, {}, [`only_${index}`]), example: body(index) })),
    },
  }),
};

for (const [name, content] of Object.entries(kinds))
  test(`a thousand alternatives that ${name} are read in the time of a thousand`, { timeout: 60_000 }, (t) => {
    const { contract } = contractOf(t, content(many));
    const codes = contract.errors.filter(({ wire }) => wire).map(({ code }) => code);
    assert.ok(range(many).every((index) => codes.includes(`code_${index}`)));
  });

test("a code that an example shows has the details of the alternative that declares or shows it", (t) => {
  for (const code of [
    (index: number) => ({ const: `code_${index}` }),
    (index: number) => ({ example: `code_${index}` }),
  ]) {
    const anyOf = range(3).map((index) => failure(index, code(index)));
    const { contract } = contractOf(t, { schema: { anyOf }, examples: named(3) });
    const details = contract.errors.filter(({ wire }) => wire).map((error) => error.details?.schema.properties);
    assert.deepEqual(
      details,
      range(3).map((index) => ({ [`member_${index}`]: { type: "string" } })),
    );
  }
});

test("one that no alternative declares has those of the first that declares none", (t) => {
  const anyOf = [failure(0, { const: "code_0" }), failure(1, {}), failure(2, {})];
  const { contract } = contractOf(t, { schema: { anyOf }, examples: named(2) });
  const undeclared = contract.errors.find(({ code }) => code === "code_1");
  assert.deepEqual(undeclared?.details?.schema.properties, { member_1: { type: "string" } });
});

test("an alternative that stands where it is used is held against its example, as one with a name is", (t) => {
  const broken = { code: "code_1", message: 7 };
  const schema = { oneOf: range(3).map((index) => failure(index, { const: `code_${index}` })) };
  const twice = { anyOf: [{ required: ["code", "only_1"] }, ...schema.oneOf] };
  const { problems } = contractOf(t, { schema, examples: { ...named(3), broken: { value: broken } } });
  assert.deepEqual(problems, ["example-breaks-schema"]);
  assert.deepEqual(contractOf(t, { schema: twice, examples: named(3) }).problems, []);
});

test("where hundreds of examples break their schema, each is said to", { timeout: 60_000 }, (t) => {
  const count = 500;
  const examples = range(count).map((index) => [`no_${index}`, { value: { code: `code_${index}`, message: index } }]);
  const alternatives = range(count).map((index) => failure(index, { const: `code_${index}` }));
  for (const keyword of ["oneOf", "anyOf"]) {
    const content = { schema: { [keyword]: alternatives }, examples: Object.fromEntries(examples) };
    assert.deepEqual(contractOf(t, content).problems, Array(count).fill("example-breaks-schema"));
  }
});

test("what thousands of alternatives and examples leave unasked is told once, with its place", {
  timeout: 120_000,
}, (t) => {
  const count = 2000;
  const only = (index: number) => ({ properties: { code: { type: "string" }, n: { minimum: index, maximum: index } } });
  const examples = range(count).map((index) => [`no_${index}`, { value: { code: `code_${index}`, n: index } }]);
  const content = { schema: { anyOf: range(count).map(only) }, examples: Object.fromEntries(examples) };
  assert.deepEqual(contractOf(t, content).problems, ["example-unproven"]);
});

test("alternatives that say the same are one, and thousands of examples are held against it", {
  timeout: 120_000,
}, (t) => {
  const count = 2000;
  const schema = (index: number) => ({ title: `Failure ${index}`, properties: { code: { type: "string" } } });
  const all = range(count).map(schema);
  const examples = range(count).map((index) => [`no_${index}`, { value: { code: index } }]);
  for (const keyword of ["oneOf", "anyOf"]) {
    const content = { schema: { [keyword]: all }, examples: Object.fromEntries(examples) };
    assert.deepEqual(contractOf(t, content).problems, Array(count).fill("example-breaks-schema"), keyword);
  }
  // It fits two of them, so all.
  const twice = { schema: { oneOf: all }, examples: { no: { value: { code: "no" } } } };
  assert.deepEqual(contractOf(t, twice).problems, ["example-breaks-schema"]);
});
