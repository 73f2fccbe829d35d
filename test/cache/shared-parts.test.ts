import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContract } from "../../generator/read-contract.js";
import { makeParts } from "../../generator/render/docs.js";
import { startCli } from "../support/cli.js";
import { projectFolder } from "./project.js";

test("pages that all APIs share are what they would be, whichever of them changed", async (t) => {
  const folder = projectFolder(t);
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(folder, path), "utf8");
    assert.ok(text.includes(from));
    writeFileSync(join(folder, path), text.replaceAll(from, to));
  };
  edit("redocly.yaml", "markdown]", "markdown, docs]");
  await startCli(["generate"], { cwd: folder });
  for (const [path, from, to] of [
    ["shared/second-errors.yaml", "title: No thing", "title: Nothing there"],
    ["shared/first-errors.yaml", "There is no such thing", "Nobody made such a thing"],
    ["apis/second.yaml", "title: second", "title: The second one"],
  ] as const) {
    edit(path, from, to);
    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    const pages = ["index.html", "llms.txt", "llms-full.txt"];
    const made = pages.map((page) => readFileSync(join(folder, "generated/docs", page), "utf8"));
    assert.ok(made.some((text) => text.includes(to.replace("title: ", ""))));
    const anew = await startCli(["generate", "--no-cache", "--check"], { cwd: folder });
    assert.equal(anew.status, 0, anew.stderr);
  }
});

test("what an API adds to them is known by its contract, and by whether it has a page of changes", (t) => {
  const folder = projectFolder(t);
  const read = (name: string) => readContract(join(folder, `apis/${name}.yaml`), folder).read!.contract;
  const [first, second] = [read("first"), read("second")];
  const [made] = makeParts([{ contract: first, isLogged: false }], undefined);
  const isMade = (path: string, from: string) => (path === made?.path && from === made.from ? "as made" : undefined);
  const isKnown = (contract: typeof first, isLogged = false) =>
    makeParts([{ contract, isLogged }], isMade)[0]?.text === "as made";
  assert.ok(isKnown(first) && isKnown(structuredClone(first)));
  assert.ok(!isKnown(first, true) && !isKnown(second) && !isKnown({ ...second, id: "first" }));
  const [error] = first.errors;
  for (const change of [{ title: "x" }, { meaning: "x" }, { examples: [] }, { statuses: ["400"] }])
    assert.ok(!isKnown({ ...first, errors: [{ ...error!, ...change }] }), JSON.stringify(change));
});
