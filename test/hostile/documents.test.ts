import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { generate } from "../../generator/generate.js";
import { printProblems } from "../../generator/problem/print.js";
import { startCli, temporaryFolder } from "../support/cli.js";
import { hostileDocuments } from "./documents.js";
import { hostileShapes } from "./shapes.js";

const documents = [...hostileDocuments, ...hostileShapes].filter(({ isHeavy }) => !isHeavy);

/** So long that a machine with other work does not fail, and so short that what has no end does. */
const longest = 15_000;

test("whatever a document is, it is read, or refused with its place, and nothing is written then", async (t) => {
  const folder = temporaryFolder(t);
  for (const [index, { name, files, status, says }] of documents.entries()) {
    const place = join(folder, String(index));
    mkdirSync(place);
    const made = files();
    for (const [path, content] of Object.entries(made)) writeFileSync(join(place, path), content);
    const [document = ""] = Object.keys(made);
    const output = join(place, "out");
    const target = { document: join(place, document), output, docsUrl: undefined, emit: ["json"] };
    const start = performance.now();
    const { problems } = await generate({ targets: [target], root: place });
    assert.ok(performance.now() - start < longest, name);
    const told = printProblems(problems, "text", false);
    const isRefused = problems.some(({ level }) => level === "error");
    assert.equal(isRefused, status > 0, `${name}: ${told}`);
    assert.equal(existsSync(output), status === 0, name);
    if (says) assert.match(told, says, name);
    for (const { fix, position } of problems) assert.ok(fix !== "" && position.line > 0 && position.column > 0, name);
    assert.deepEqual(Object.keys(Object.prototype), [], name);
  }
});

test("as a process too: an exit status, a problem with its place, and no stack", async (t) => {
  const folder = temporaryFolder(t);
  const some = documents.filter(({ status }, index) => status > 0 && index % 20 === 0);
  for (const { name, files, status } of some) {
    const made = files();
    for (const [path, content] of Object.entries(made)) writeFileSync(join(folder, path), content);
    const [document = ""] = Object.keys(made);
    const run = await startCli(["generate", document, "--root", "."], { cwd: folder });
    assert.equal(run.status, status, name);
    assert.match(run.stderr, /^openapi\.(?:yaml|json):\d+:\d+: error: /, name);
    assert.doesNotMatch(run.stderr, /^\s+at .+:\d+:\d+/m, name);
  }
});
