import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, test } from "node:test";
import { byTool, ToolFailure } from "../../generator/problem/tool.js";
import { spawnArguments, startCli, together } from "../support/cli.js";
import { shopFolder, snapshot } from "./shop.js";

/** Loaded before the program, and before those that it starts: makes one thing throw. */
function failing(program: string): Record<string, string> {
  const url = `data:text/javascript,${encodeURIComponent(program)}`;
  // A second one, as the sources are run by a loader.
  return { NODE_OPTIONS: `--import=${url}` };
}

/** What stands in the place of a library that is bundled into the program. */
const library = (name: string, source: string) => {
  const hooks = `export const load = (url, context, next) => new URL(url).pathname.includes("/vendor/${name}.")
    ? { format: "module", shortCircuit: true, source: ${JSON.stringify(source)} }
    : next(url, context);`;
  const [loader, instead] = [hooks, source].map((text) => `data:text/javascript,${encodeURIComponent(text)}`);
  // Where Node keeps no code, the program is CommonJS.
  return failing(`import module, { register } from "node:module";
register(${JSON.stringify(loader)});
const { _load: load } = module;
const instead = await import(${JSON.stringify(instead)});
module._load = (path, ...rest) => (path.endsWith("/vendor/${name}.js") ? instead : load(path, ...rest));`);
};

const boom = 'new Error("boom \\u001b[2J\\nat a line of its own")';
const throwing = (name: "scanDiscriminators" | "astToString") => {
  const names = ["astToString", "resolveRef", "scanDiscriminators", "transformSchema"];
  const body = (each: string) => (each === name ? `throw ${boom};` : "return [];");
  return names.map((each) => `export const ${each} = () => { ${body(each)} };`).join("\n");
};
/** Does something in the worker that renders Redoc, when it reads a document with some text. */
function atDocument(part: string, then: string): Record<string, string> {
  return failing(`import { isMainThread } from "node:worker_threads";
const { parse } = JSON;
if (!isMainThread)
  JSON.parse = (text, ...rest) => {
    if (String(text).includes(${JSON.stringify(part)})) { ${then} }
    return parse(text, ...rest);
  };`);
}
const libraries = [
  {
    name: "openapi-typescript",
    env: library("openapi-typescript", throwing("scanDiscriminators")),
    args: ["--emit", "types"],
  },
  {
    name: "openapi-typescript, when it prints",
    env: library("openapi-typescript", throwing("astToString")),
    args: ["--emit", "types"],
  },
  { name: "Redoc", env: atDocument('"openapi":', `throw ${boom};`), args: ["--emit", "docs"] },
  {
    name: "Redoc, where no worker may be started",
    env: failing(`import threads from "node:worker_threads";
import { syncBuiltinESMExports } from "node:module";
threads.Worker = class { constructor() { throw ${boom}; } };
syncBuiltinESMExports();`),
    args: ["--emit", "docs"],
  },
];

describe("what fails inside is one message, and nothing is written", together, () => {
  for (const { name, env, args } of libraries)
    test(`a library that throws is a problem of the document: ${name}`, async (t) => {
      const folder = shopFolder(t);
      const before = snapshot(folder);
      const { status, stdout, stderr } = await startCli(["generate", "openapi.yaml", ...args], { cwd: folder, env });
      assert.deepEqual({ status, stdout }, { status: 1, stdout: "" }, stderr);
      assert.match(
        stderr,
        /^openapi\.yaml:1:1: error: \S+(?: [\d.]+)? can't make .+ of this document: .*boom.* \(tool-failed\)\n(?:.+\n)* {2}fix: .+\n\n$/,
      );
      assert.doesNotMatch(stderr, /^\s+at |\u001b/m);
      assert.deepEqual(snapshot(folder), before);
      const json = await startCli(["generate", "openapi.yaml", ...args, "--format", "json"], { cwd: folder, env });
      assert.equal(json.status, 1);
      assert.match(json.stdout, /"code": "tool-failed"[\s\S]+"changes": \[\]/);
    });

  for (const [how, then, reason] of [
    ["fails", `throw ${boom};`, "boom"],
    ["ends without a word", "process.exit(0);", "it ended before it was done"],
    ["runs out of memory", "for (const all = []; ; ) all.push(Array(1e5).fill(all.length + 0.5));", "memory limit"],
  ] as const)
    test(`of documents whose pages are made together, the one at which Redoc ${how} is named`, async (t) => {
      const folder = shopFolder(t);
      const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
      writeFileSync(
        join(folder, "other.yaml"),
        text.replace("id: shop", "id: other").replace(/title: [^,}\n]+/, "title: Sunk"),
      );
      const { NODE_OPTIONS } = atDocument("Sunk", then);
      const args = ["generate", "openapi.yaml", "other.yaml", "--emit", "docs"];
      const env = { NODE_OPTIONS: `${NODE_OPTIONS} --max-old-space-size=200` };
      const { status, stderr } = await startCli(args, { cwd: folder, env });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /^other\.yaml:1:1: error: Redoc can't make a page of this document: /);
      assert.ok(stderr.includes(reason), stderr);
      assert.doesNotMatch(stderr, /^openapi\.yaml/m);
    });

  test("of documents whose pages are made together, all at which Redoc fails are named at once", async (t) => {
    const folder = shopFolder(t);
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    for (const id of ["first", "second", "third"])
      writeFileSync(
        join(folder, `${id}.yaml`),
        text.replace("id: shop", `id: ${id}`).replace(/title: [^,}\n]+/, `title: ${id === "second" ? "Shop" : "Sunk"}`),
      );
    const args = ["generate", "first.yaml", "second.yaml", "third.yaml", "--emit", "docs"];
    const { status, stderr } = await startCli(args, { cwd: folder, env: atDocument("Sunk", `throw ${boom};`) });
    assert.equal(status, 1, stderr);
    assert.match(
      stderr,
      /^first\.yaml:1:1: error: Redoc can't make a page .+\n(?:.+\n)* {2}and 1 more place: third\.yaml:1:1\n/,
    );
  });

  test("whatever a library throws, or its promise, it is told in a line of its own", async () => {
    const task = { tool: "A", makes: "b", fix: "c" };
    const said = (error: unknown) => error instanceof ToolFailure && error.message;
    for (const [thrown, reason] of [
      [new Error("first\nsecond"), "first"],
      [
        Object.assign(new Error("Command failed"), { stderr: "at work\n  TypeError: x is undefined\n" }),
        "TypeError: x is undefined",
      ],
      ["a text", "a text"],
      [undefined, "undefined"],
      [new Error(""), "it does not say why"],
      [new Error("a".repeat(1000)), `${"a".repeat(300)}…`],
    ] as const) {
      const fail = () => {
        throw thrown;
      };
      assert.throws(
        () => byTool(task, fail),
        (error) => said(error) === reason,
      );
      await assert.rejects(
        byTool(task, async () => fail()),
        (error) => said(error) === reason,
      );
    }
    assert.equal(
      byTool(task, () => 7),
      7,
    );
    assert.equal(await byTool(task, async () => 7), 7);
  });

  test("a mistake of ours is called one, with the document, and with its lines where they are asked for", async (t) => {
    const folder = shopFolder(t);
    const before = snapshot(folder);
    const env = failing('Array.prototype.toReversed = () => { throw new TypeError("a made-up mistake"); };');
    for (const command of [
      ["generate", "openapi.yaml"],
      ["lint", "openapi.yaml", "--format", "json"],
      ["scan", "openapi.yaml"],
      ["explain", "404", "--document", "openapi.yaml"],
    ]) {
      const { status, stdout, stderr } = await startCli(command, { cwd: folder, env });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" }, command.join(" "));
      assert.match(
        stderr,
        /^openapi-errors: this is a mistake of openapi-errors \d+\.\d+\.\d+ .+: TypeError: a made-up mistake\n {2}the document: openapi\.yaml; nothing was written\n {2}fix: report it .+OPENAPI_ERRORS_DEBUG=1\n$/,
      );
    }
    const debug = await startCli(["lint", "openapi.yaml"], { cwd: folder, env: { ...env, OPENAPI_ERRORS_DEBUG: "1" } });
    assert.equal(debug.status, 2);
    assert.match(debug.stderr, /\n {4}at .+:\d+:\d+/);
    assert.deepEqual(snapshot(folder), before);
  });

  test("who reads no further, as `head` does, gets no stack, and nothing failed", async () => {
    for (const args of [["generate", "--help"], ["diff", "--rules"], ["--version"]]) {
      const [program = "", ...rest] = spawnArguments(args);
      const child = spawn(program, rest, { stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.destroy();
      const [stderr, [status]] = await Promise.all([text(child.stderr), once(child, "close")]);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: "" }, args.join(" "));
    }
  });

  test("nor does it change how a command ends where nobody reads what is for people", async () => {
    const [program = "", ...rest] = spawnArguments(["generate", "none.yaml"]);
    const child = spawn(program, rest, { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.destroy();
    assert.deepEqual(await once(child, "close"), [2, null]);
  });

  test("a full disk behind standard output is told as one", { skip: !existsSync("/dev/full") }, async () => {
    const [program = "", ...rest] = spawnArguments(["diff", "--rules"]);
    const full = openSync("/dev/full", "w");
    const child = spawn(program, rest, { stdio: ["ignore", full, "pipe"] });
    closeSync(full);
    const [stderr, [status]] = await Promise.all([text(child.stderr!), once(child, "close")]);
    assert.equal(status, 2);
    assert.match(stderr, /^openapi-errors: the disk is full: .+\n {2}fix: .+\n$/);
  });
});
