import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { generate } from "../../generator/generate.js";
import { emitterNames } from "../../generator/render/emitters.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { shuffleKeys } from "../support/shuffled-keys.js";
import { manifest, textsIn } from "./shop.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const specs = readdirSync(join(project, "spec")).map((file) => join(project, "spec", file));
/** Five real APIs, and a small one with all that a contract can say. */
const documents = [...specs, join(project, "test/golden/fixtures/envelopes/openapi.yaml")];

/** All but the docs, which show a document as its author ordered it. */
const emit = emitterNames.filter((name) => name !== "docs");

/** The output for documents in a folder, generated in this process. */
async function outputOf(folder: string): Promise<Record<string, string>> {
  const files = readdirSync(folder).sort();
  const targets = files.map((file) => ({ document: join(folder, file), output: undefined, docsUrl: undefined, emit }));
  const output = join(folder, "../output", basename(folder));
  const { problems } = await generate({ targets, output });
  assert.deepEqual(problems, []);
  return withManifest(output);
}

/** All that was written, and the list of it. */
function withManifest(output: string): Record<string, string> {
  return { ...textsIn(output), [manifest]: readFileSync(join(output, manifest), "utf8") };
}

/** Writes each document to a folder of its own making, changed. */
function rewrite(folder: string, extension: string, change: (text: string) => string): string {
  mkdirSync(folder);
  for (const [index, path] of documents.entries())
    writeFileSync(join(folder, `${index}.${extension}`), change(readFileSync(path, "utf8")));
  return folder;
}

describe("the same documents give the same bytes", together, () => {
  test("as JSON, with CRLF line ends behind a byte order mark, and with the keys of all maps in any order", async (t) => {
    const folder = temporaryFolder(t);
    const expected = await outputOf(rewrite(join(folder, "plain"), "yaml", (text) => text));
    assert.ok(Object.keys(expected).length > 60);

    const json = (text: string) => JSON.stringify(parse(text), null, 2);
    assert.deepEqual(await outputOf(rewrite(join(folder, "json"), "json", json)), expected);
    const windows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    assert.deepEqual(await outputOf(rewrite(join(folder, "windows"), "yaml", windows)), expected);
    for (let seed = 1; seed <= 2; seed += 1) {
      const shuffled = rewrite(join(folder, `shuffled-${seed}`), "yaml", (text) => shuffleKeys(text, seed));
      assert.deepEqual(await outputOf(shuffled), expected, `seed ${seed}`);
    }
  });

  test("in any working folder, time zone and language, and as often as you like", async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "elsewhere"));
    for (const path of specs) copyFileSync(path, join(folder, basename(path)));
    const args = ["--emit", emit.join(), "-o"];
    const here = await startCli(["generate", ...specs.map((path) => basename(path)), ...args, "a"], { cwd: folder });
    assert.equal(here.status, 0, here.stderr);
    const there = await startCli(["generate", ...specs.toReversed(), ...args, "../b"], {
      cwd: join(folder, "elsewhere"),
      // Turkish has two letters i, and Kiribati is a day ahead.
      env: { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", LANGUAGE: "tr", TZ: "Pacific/Kiritimati" },
    });
    assert.equal(there.status, 0, there.stderr);
    assert.deepEqual(withManifest(join(folder, "b")), withManifest(join(folder, "a")));
  });
});
