import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { plain, temporaryFolder } from "../support/cli.js";

const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Runs the built program for a user whose programs keep what they remember in a folder. */
function runsIn(t: TestContext, env: NodeJS.ProcessEnv = {}) {
  const folder = temporaryFolder(t);
  const kept = join(folder, "caches/openapi-errors");
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...plain, XDG_CACHE_HOME: join(folder, "caches"), ...env },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  const code = () => {
    const names = existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith(".code")) : [];
    return new Map(names.map((name) => [join(kept, name), statSync(join(kept, name)).mtimeMs]));
  };
  return { folder, kept, run, code };
}

const said = { status: 0, stderr: "" };

test("what is compiled in a run is kept for the next, which does and says the same", (t) => {
  const { run, code } = runsIn(t);
  const [first, made] = [run("--help"), code()];
  assert.ok(made.size > 0);
  assert.deepEqual(run("--help"), first);
  assert.deepEqual({ ...said, stdout: first.stdout }, first);
  assert.deepEqual(code(), made);
});

test("what is kept and not whole, or not of this program, is made anew", (t) => {
  const { run, code } = runsIn(t);
  const first = run("--help");
  const made = [...code().keys()];
  for (const spoil of [(text: Buffer) => text.subarray(0, 200), (text: Buffer) => text.fill(7, 100, 140)]) {
    const spoilt = new Map(made.map((path) => [path, spoil(readFileSync(path))]));
    for (const [path, bytes] of spoilt) writeFileSync(path, bytes);
    assert.deepEqual(run("--help"), first);
    for (const [path, bytes] of spoilt) assert.notDeepEqual(readFileSync(path), bytes);
    const anew = code();
    assert.deepEqual(run("--help"), first);
    assert.deepEqual(code(), anew);
  }
  for (const path of made) rmSync(path);
  for (const path of made) mkdirSync(path);
  assert.deepEqual(run("--help"), first);
});

test("each kind of run has code of its own: another name or folder makes no other kind, another emitter does", (t) => {
  const { folder, run, code } = runsIn(t);
  for (const name of ["one", "other"])
    writeFileSync(join(folder, `${name}.yaml`), 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n');
  const generate = (name: string, kinds: string) => run("generate", `${name}.yaml`, "-o", name, "--emit", kinds);
  generate("one", "codes");
  const made = code();
  generate("other", "codes");
  assert.deepEqual(code(), made);
  generate("other", "json");
  const after = code();
  assert.ok(after.size > made.size);
  for (const [path, time] of made) assert.equal(after.get(path), time);
});

test("what is compiled of Redoc, which runs in a worker, is kept too", (t) => {
  const { folder, run, code } = runsIn(t);
  writeFileSync(join(folder, "shop.yaml"), 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\npaths: {}\n');
  const generate = () => run("generate", "shop.yaml", "--emit", "docs", "--no-cache");
  assert.equal(generate().status, 0);
  const made = code();
  // An attribute of the styles that it makes.
  assert.ok([...made.keys()].some((path) => readFileSync(path).includes("data-styled")));
  assert.equal(generate().status, 0);
  assert.deepEqual(code(), made);
});

test("nothing is kept where the user does not want it, or where nothing can be", (t) => {
  const unwanted = runsIn(t, { NODE_DISABLE_COMPILE_CACHE: "1" });
  assert.match(unwanted.run("--help").stdout, /^Usage: /);
  assert.equal(unwanted.code().size, 0);

  const { folder, run } = runsIn(t);
  writeFileSync(join(folder, "caches"), "a file");
  assert.match(run("--help").stdout, /^Usage: /);
  rmSync(join(folder, "caches"));
  mkdirSync(join(folder, "caches"));
  chmodSync(join(folder, "caches"), 0o500);
  assert.match(run("--help").stdout, /^Usage: /);
});

test("of the packages of a project, which may be anybody's, no code is run", (t) => {
  const { folder, run } = runsIn(t);
  mkdirSync(join(folder, "node_modules/.cache/openapi-errors"), { recursive: true });
  run("--help");
  assert.deepEqual(readdirSync(join(folder, "node_modules/.cache/openapi-errors")), []);
});

test("what a run that held much kept is good for the next", (t) => {
  const { folder, run, code } = runsIn(t);
  // Beyond what a run holds before its engine is left to itself again: 80 MB.
  const beside = JSON.stringify(Array(8).fill(Array(150_000).fill([[[1]]])));
  const document = `{ "openapi": "3.1.0", "info": { "title": "Shop", "version": "1" }, "paths": {}, "x-beside": ${beside} }`;
  writeFileSync(join(folder, "shop.json"), document);
  const generate = () => run("generate", "shop.json", "--emit", "codes", "--no-cache");
  assert.equal(generate().status, 0);
  const made = code();
  assert.ok(made.size > 0);
  assert.equal(generate().status, 0);
  assert.deepEqual(code(), made);
});
