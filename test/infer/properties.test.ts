import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { stringify } from "yaml";
import { parserContractOf } from "../../generator/model/derived/parser-contract.js";
import { hasErrors } from "../../generator/problem/problem.js";
import { readContract } from "../../generator/read-contract.js";
import { emit } from "../../generator/render/emitters.js";
import { classifyAnswer } from "../../generator/runtime/index.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { drawn } from "../support/drawn.js";
import { compileStrictly } from "../support/strict-project.js";
import { anyDocument } from "./any-document.js";
import { rewritings, split } from "./rewritings.js";

/** What is found in a document; undefined where it is refused. */
function contractOf(path: string) {
  const { read, problems } = readContract(path);
  return read && !hasErrors(problems) ? read : undefined;
}

async function errorsJson(path: string): Promise<string | undefined> {
  const read = contractOf(path);
  const files = read ? await emit(read, ["json"]) : [];
  return files.find((file) => file.path.endsWith("errors.json"))?.text;
}

test("any small document gives the same errors.json, however it is written", async (t) => {
  const folder = temporaryFolder(t);
  const path = join(folder, "openapi.json");
  const yaml = join(folder, "openapi.yaml");
  const parts = join(folder, "parts");
  mkdirSync(parts);
  await fc.assert(
    fc.asyncProperty(anyDocument, async (document) => {
      writeFileSync(path, JSON.stringify(document));
      const expected = await errorsJson(path);
      for (const [title, rewrite] of Object.entries(rewritings)) {
        writeFileSync(path, JSON.stringify(rewrite(document)));
        assert.equal(await errorsJson(path), expected, title);
      }
      writeFileSync(yaml, stringify(document, { aliasDuplicateObjects: false }));
      assert.equal(await errorsJson(yaml), expected, "as YAML");
      for (const [name, text] of split(document)) writeFileSync(join(parts, name), text);
      assert.equal(await errorsJson(join(parts, "openapi.json")), expected, "in several files");
    }),
    { ...drawn, numRuns: 150 },
  );
});

type Drawn = typeof anyDocument extends fc.Arbitrary<infer Document> ? Document : never;

/** What its schema says of the whole body, the only body that is shown says otherwise. */
const contradicted: Drawn = {
  components: { schemas: {}, responses: { Failed: { description: "No" } } },
  openapi: "3.0.3",
  info: { title: "Any", version: "1" },
  paths: {
    "/things": {
      get: {
        responses: {
          "4XX": {
            description: "No",
            content: {
              "application/json": {
                schema: { type: "object", required: ["ok"], properties: { ok: { enum: [true] } } },
                example: { ok: false, error: { code: "not_found" } },
              },
            },
          },
        },
      },
    },
  },
};

test("the envelopes that are inferred read every example of every code as that code", (t) => {
  const path = join(temporaryFolder(t), "openapi.json");
  fc.assert(
    fc.property(anyDocument, (document) => {
      writeFileSync(path, JSON.stringify(document));
      const contract = contractOf(path)?.contract;
      if (!contract) return;
      const parser = parserContractOf(contract, "ApiError");
      for (const { code, wire, examples } of contract.errors)
        for (const { status, headers, body } of wire ? examples : [])
          assert.equal(classifyAnswer(parser, { status, headers, body }).code, code);
    }),
    { ...drawn, numRuns: 300, examples: [[contradicted]] },
  );
});

test("what any small document gives compiles in the strictest mode", (t) => {
  const folder = temporaryFolder(t);
  const documents = fc.sample(anyDocument, { seed: 5, numRuns: 40 }).map((document, index) => {
    const path = join(folder, `${index}.json`);
    writeFileSync(path, JSON.stringify({ ...document, info: { title: `Any ${index}`, version: "1" } }));
    return path;
  });
  const { stderr } = runCli(["generate", ...documents, "--output", join(folder, "made")]);
  assert.doesNotMatch(stderr, /^\s+at .+:\d+:\d+/m);
  assert.match(stderr, / written\n$/);
  assert.equal(compileStrictly(join(folder, "made")), "");
});
