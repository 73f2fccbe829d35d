import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { diff } from "../../generator/api/index.js";
import { compareContracts } from "../../generator/diff/compare.js";
import type { Side } from "../../generator/diff/side.js";
import { loadSide } from "../../generator/history/load.js";
import type { FileInput } from "../../generator/read/file.js";
import { temporaryFolder } from "../support/cli.js";
import { edits } from "./edits.js";
import { oracleEdits } from "./oracle-edits.js";
import { documentOf } from "./random/document.js";
import { inMemory, unprovenSideOf } from "./random/side-of.js";
import { anySpec, isContract } from "./random/spec.js";
import { after, anySteps } from "./random/steps.js";
import { type Document, shop } from "./shop.js";

// Two errors.json files are held against each other as the two documents are: all that a diff needs is in them.

describe("what is found between documents is found between their errors.json", async () => {
  for (const [name, { given, edit }] of Object.entries({ ...edits, ...oracleEdits }))
    test(name, async (t) => {
      const folder = temporaryFolder(t);
      const base = (): Document => {
        const document = shop();
        return given?.(document) ?? document;
      };
      const document = base();
      const [old, now] = [
        await bothOf(inMemory(base()), folder),
        await bothOf(inMemory(edit(document) ?? document), folder),
      ];
      assertSame(old, now);
      assertSame(now, old);
    });

  test("a message that may be a list of texts", async (t) => {
    const folder = temporaryFolder(t);
    const base = shop();
    base.components.schemas.Plain.properties.detail = { type: ["string", "array"], items: { type: "string" } };
    const [old, now] = [await bothOf(inMemory(base), folder), await bothOf(inMemory(shop()), folder)];
    assert.ok(old.document.parser.envelopes.some(({ messageType }) => messageType));
    assertSame(old, now);
    assertSame(now, old);
  });

  test("random contracts", async (t) => {
    const folder = temporaryFolder(t);
    const property = fc.asyncProperty(anySpec, anySteps, async (spec, steps) => {
      const changed = after(spec, steps);
      const texts = [spec, changed].map((each) => inMemory(documentOf(each)));
      fc.pre(isContract(changed) && texts.every((text) => "side" in unprovenSideOf(text)));
      const [old, now] = [await asBoth(texts[0]!, folder), await asBoth(texts[1]!, folder)];
      assertSame(old, now);
    });
    await fc.assert(property, { numRuns: 25, seed: 7 });
  });
});

describe("the parser that an errors.json gives is that of its document", () => {
  const documents = readdirSync("spec").filter((name) => /\.(?:ya?ml|json)$/.test(name));
  for (const name of documents)
    test(name, async (t) => {
      const { document, data } = await bothOf(join("spec", name), temporaryFolder(t));
      assert.deepEqual(data.parser, document.parser);
    });
});

interface Both {
  readonly document: Side;
  readonly data: Side;
}

/** A document as it is read, and its errors.json as that is read from a file. */
async function bothOf(text: FileInput, folder: string): Promise<Both> {
  const loaded = await loadSide(text);
  assert.ok("side" in loaded, JSON.stringify(loaded));
  return { document: loaded.side, data: await throughFile(loaded.side, folder) };
}

/** The same of a document whose examples nobody proves. */
async function asBoth(text: FileInput, folder: string): Promise<Both> {
  const read = unprovenSideOf(text);
  assert.ok("side" in read);
  return { document: read.side, data: await throughFile(read.side, folder) };
}

async function throughFile({ data }: Side, folder: string): Promise<Side> {
  const path = join(folder, "errors.json");
  writeFileSync(path, JSON.stringify(data));
  const loaded = await loadSide(path, folder);
  assert.ok("side" in loaded, JSON.stringify(loaded));
  return loaded.side;
}

function assertSame(old: Both, now: Both): void {
  assert.deepEqual(now.data.parser, now.document.parser);
  const found = compareContracts(old.document, now.document);
  assert.deepEqual(compareContracts(old.data, now.data), found);
  assert.deepEqual(compareContracts(old.data, now.document), found);
  assert.deepEqual(compareContracts(old.document, now.data), found);
}

test("an errors.json that lacks anything is refused or compared, and fails in no other way", async () => {
  const whole = readFileSync("generated/momail/errors.json", "utf8");
  const steps: readonly (readonly (string | number)[])[] = [
    [],
    ["envelopes", 0],
    ["errors", 5],
    ["errors", 5, "examples", 0],
    ["operations", 0],
    ["operations", 0, "responses", 0],
  ];
  const at = (value: unknown, path: readonly (string | number)[]) =>
    path.reduce((inner, step) => (inner as Record<string, unknown>)[step], value) as Record<string, unknown>;
  let refused = 0;
  for (const path of steps)
    for (const name of Object.keys(at(JSON.parse(whole), path)))
      for (const other of [undefined, null, 7, {}, [7]]) {
        const value = JSON.parse(whole);
        at(value, path)[name] = other;
        const file = { path: "errors.json", text: JSON.stringify(value) };
        const { changes, problems } = await diff(file, "generated/momail/errors.json");
        assert.equal(
          changes === undefined,
          problems.length > 0,
          `${path.join("/")}/${name} is ${JSON.stringify(other)}`,
        );
        if (changes === undefined) refused += 1;
      }
  assert.ok(refused > 50, `${refused}`);
});
