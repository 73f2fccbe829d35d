import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readContract } from "../../generator/read-contract.js";
import { makeParts } from "../../generator/render/docs.js";
import { startCli, temporaryFolder } from "../support/cli.js";
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

const alone = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-error-contract: { id: shop, envelopes: [{ name: error, code: /code, message: /message }] }
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "404":
          description: There is none.
          content: { application/json: { schema: { $ref: "#/components/schemas/Gone" } } }
        "409":
          description: There are others.
          content: { application/json: { schema: { $ref: "#/components/schemas/Busy" } } }
components:
  schemas:
    Gone:
      title: It is gone
      type: object
      properties: { code: { const: gone }, message: { type: string } }
      examples: [{ code: gone, message: Gone. }]
    Busy:
      title: It is busy
      type: object
      properties: { code: { const: busy }, message: { type: string } }
      examples: [{ code: busy, message: Busy. }]
`;

test("the page of a code stays where it shows the same, and is what it would be whatever was done to it", async (t) => {
  const folder = temporaryFolder(t);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const generate = (...args: readonly string[]) =>
    startCli(["generate", "openapi.yaml", "--emit", "json,docs", ...args], { cwd: folder });
  write("package.json", "{}");
  mkdirSync(join(folder, "node_modules"));
  write("openapi.yaml", alone);
  await generate();
  const [gone, busy] = ["gone", "busy"].map((code) => `generated/docs/shop/errors/${code}.html`);
  const changed = async (from: string, to: string) => {
    write("openapi.yaml", alone.replace(from, to));
    const { status, stderr } = await generate();
    const check = await generate("--no-cache", "--check");
    assert.deepEqual([status, check.status], [0, 0], stderr + check.stderr);
    return [gone, busy].map((page) =>
      /changed|added/.test(stderr.split("\n").find((line) => line.endsWith(` ${page}`)) ?? ""),
    );
  };
  assert.deepEqual(await changed("Gone.", "It was here."), [true, false]);
  assert.deepEqual(await changed("title: It is gone", "title: It has gone"), [true, false]);
  assert.deepEqual(await changed("title: Shop", "title: The shop"), [true, true]);
  rmSync(join(folder, busy!));
  assert.deepEqual(await changed("Gone.", "It is not here."), [true, true]);
  write(busy!, "<p>Ours</p>");
  write("openapi.yaml", alone);
  const { stderr } = await generate();
  assert.match(stderr, /busy\.html:1:1: warning: .+ was edited since \(file-edited\)/);
  assert.equal(readFileSync(join(folder, `${busy}.orig`), "utf8"), "<p>Ours</p>");
  assert.equal((await generate("--no-cache", "--check")).status, 0);
});
