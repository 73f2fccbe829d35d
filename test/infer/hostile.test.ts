import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";

type Schemas = Readonly<Record<string, object>>;

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failure = { type: "object", properties: { code: { enum: ["one", "other"] }, message: { type: "string" } } };

function document(schemas: Schemas, bodies: readonly object[], example?: unknown): string {
  const media = (schema: object) => ({ schema, ...(example === undefined ? {} : { example }) });
  const answer = (schema: object) => ({ description: "No", content: { "application/json": media(schema) } });
  const paths = bodies.map((schema, index) => [`/${index}`, { get: { responses: { 400: answer(schema) } } }]);
  const info = { title: "Hostile", version: "1" };
  return JSON.stringify({ openapi: "3.1.0", info, paths: Object.fromEntries(paths), components: { schemas } });
}

/** Schemas that each lead to the next, which is all that is made of its name; the last is the error. */
function chain(length: number, link: (next: object) => object): Schemas {
  const links = Array.from({ length }, (_, index) => [`S${index}`, link(reference(`S${index + 1}`))]);
  return { ...Object.fromEntries(links), [`S${length}`]: failure };
}

/** What runs for ever, or out of memory, is ended by this and has no exit status. */
const limits = { env: { NODE_OPTIONS: "--max-old-space-size=512" }, timeout: 60_000 };

describe("a document that leads on and on is read to its end", together, () => {
  const body = { code: "one", message: "m", details: {} };
  const cases: Readonly<Record<string, string>> = {
    "allOf, 2^40 ways": document(
      chain(40, (next) => ({ allOf: [next, next] })),
      [reference("S0")],
      body,
    ),
    "oneOf, 2^40 ways": document(
      chain(40, (next) => ({ oneOf: [next, next] })),
      [reference("S0")],
      body,
    ),
    "10,000 references in a row": document(
      chain(10_000, (next) => next),
      [reference("S0")],
      body,
    ),
    "10,000 allOf in a row": document(
      chain(10_000, (next) => ({ allOf: [next] })),
      [reference("S0")],
      body,
    ),
    "an allOf that leads back to itself": document(
      { S0: { allOf: [reference("S0"), failure] } },
      [reference("S0")],
      body,
    ),
    "alternatives of 300 members that each lead back": document(
      Object.fromEntries(
        ["one", "other"].map((name) => [
          name,
          {
            type: "object",
            properties: {
              ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x${index}`, reference(name)])),
              code: { const: name },
              message: { type: "string" },
            },
          },
        ]),
      ),
      [{ oneOf: [reference("one"), reference("other")] }],
      body,
    ),
    "300,000 tags without an end where codes are explained": document({}, [
      { type: "object", properties: { code: { ...failure.properties.code, description: "<p ".repeat(300_000) } } },
    ]),
    "20,000 statuses of one operation": document({}, [failure]).replace(
      '"responses":{',
      `"responses":{${Array.from({ length: 20_000 }, (_, index) => `"s${index}":{},`).join("")}`,
    ),
    "a long list of codes in 200 bodies": document(
      { Codes: { enum: Array.from({ length: 10_000 }, (_, index) => `code_${index}`) } },
      Array.from({ length: 200 }, (_, index) => ({
        type: "object",
        properties: { code: reference("Codes"), [`x${index}`]: {} },
      })),
    ),
  };
  for (const [title, text] of Object.entries(cases))
    test(title, async (t) => {
      const folder = temporaryFolder(t);
      writeFileSync(join(folder, "openapi.json"), text);
      const { status, stdout, stderr } = await startCli(["scan", "openapi.json"], { cwd: folder, ...limits });
      assert.equal(status, 0, stderr);
      assert.match(stdout, /\nEnvelopes \(1\)\n {2}code {2}\/code {2}/);
      assert.match(stdout, /\nCodes \((?:2|10000)\)\n/);
    });

  test("a text that is too long for a list is none, and no character is cut in half", async (t) => {
    const folder = temporaryFolder(t);
    const description = `- \`one\`: ${"x".repeat(991)}${"\u{1f600}".repeat(20)}\n- \`other\`: Another.\n- \`third\`: The last.`;
    const code = { enum: ["one", "other", "third"], description };
    const schema = { type: "object", properties: { code, message: { type: "string" } } };
    writeFileSync(join(folder, "openapi.json"), document({}, [schema]));
    const generate = ["generate", "openapi.json", "--emit", "json", "-o", "out"];
    const { status, stderr } = await startCli(generate, { cwd: folder, ...limits });
    assert.equal(status, 0, stderr);
    const { errors } = JSON.parse(readFileSync(join(folder, "out/hostile/errors.json"), "utf8")) as {
      errors: readonly { code: string; meaning: string }[];
    };
    assert.deepEqual(
      errors.map((error) => [error.code, error.meaning]),
      [
        ["one", "One"],
        ["other", "Another."],
        ["third", "The last."],
      ],
    );
  });

  test("10,000 members in a row: types.ts shows those that are near", async (t) => {
    const folder = temporaryFolder(t);
    const link = (next: object) => ({ type: "object", properties: { code: { type: "string" }, next } });
    writeFileSync(join(folder, "openapi.json"), document(chain(10_000, link), [reference("S0")], { code: "one" }));
    const { status, stderr } = await startCli(["generate", "openapi.json", "-o", "out"], { cwd: folder, ...limits });
    assert.equal(status, 0, stderr);
  });
});
