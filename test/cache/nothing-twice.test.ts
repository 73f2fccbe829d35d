import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { snapshot } from "../cli/shop.js";
import { runCli, startCli, together } from "../support/cli.js";
import { loadedBy } from "./loaded.js";
import { projectFolder } from "./project.js";

/** Whether the pipeline was loaded, and not only what remembers. */
function makesFiles(loaded: ReadonlySet<string>): boolean {
  return [...loaded].some((file) => /^(?:parts\/)?make-anew(?:-\w+)?\.js$/.test(file));
}

const asksForTypes = (loaded: ReadonlySet<string>) => loaded.has("vendor/openapi-typescript.js");

before(() => {
  // From its sources, which anybody may edit, the program remembers nothing.
  assert.ok(process.env.OPENAPI_ERRORS_CLI, "run it with --env-file=test/support/built.env, after `npm run build`");
});

describe("nothing is done twice", together, () => {
  test("a run with nothing changed, or --check of it, makes nothing and says the same", async (t) => {
    const folder = projectFolder(t);
    const first = await loadedBy(["generate"], folder);
    assert.ok(makesFiles(first.loaded));
    const made = snapshot(join(folder, "generated"));
    const brought = "generated/first/types.ts comes along: the details of no_thing are typed by it\n";
    for (const args of [["generate"], ["generate", "--check"], ["generate", "--force"]]) {
      const { status, stdout, stderr, loaded } = await loadedBy(args, folder);
      const files = Object.keys(made).length;
      assert.deepEqual(
        { status, stdout, stderr },
        { status: 0, stdout: "", stderr: `${brought}${files} files, all up to date\n` },
      );
      assert.ok(!makesFiles(loaded), "the pipeline is not even loaded");
    }
    assert.deepEqual(snapshot(join(folder, "generated")), made);
    const anew = await loadedBy(["generate", "--no-cache", "--check"], folder);
    assert.ok(makesFiles(anew.loaded));
    assert.equal(anew.status, 0);
  });

  test("what it warns of is told again, and as JSON the same files", async (t) => {
    const folder = projectFolder(t);
    appendFileSync(join(folder, "ours.overlay.yaml"), "  - { target: $.nothing, remove: true }\n");
    const warned = await startCli(["generate"], { cwd: folder });
    assert.match(warned.stderr, /^ours\.overlay\.yaml:\d+:\d+: warning/);
    assert.equal(
      (await startCli(["generate"], { cwd: folder })).stderr.split("\n\n")[0],
      warned.stderr.split("\n\n")[0],
    );
    const fresh = await startCli(["generate", "--check", "--format", "json", "--no-cache"], { cwd: folder });
    const again = await loadedBy(["generate", "--check", "--format", "json"], folder);
    assert.deepEqual(JSON.parse(again.stdout), JSON.parse(fresh.stdout));
  });

  test("of two APIs the one that changed is made: nobody asks for the types of the other", async (t) => {
    const folder = projectFolder(t);
    const edit = (name: string) => {
      const path = join(folder, `shared/${name}-errors.yaml`);
      writeFileSync(path, readFileSync(path, "utf8").replace("There is no such thing", "Nobody made such a thing"));
    };
    await startCli(["generate"], { cwd: folder });
    edit("second");
    const second = await loadedBy(["generate"], folder);
    assert.match(second.stderr, /^ {2}changed generated\/second\/codes\.ts$/m);
    assert.ok(!second.stderr.includes("changed generated/first/") && !asksForTypes(second.loaded), second.stderr);
    edit("first");
    const first = await loadedBy(["generate"], folder);
    assert.match(first.stderr, /^ {2}changed generated\/first\/codes\.ts$/m);
    assert.ok(!first.stderr.includes("changed generated/second/") && asksForTypes(first.loaded), first.stderr);
    assert.ok(!makesFiles((await loadedBy(["generate"], folder)).loaded), "both are remembered in turn");
  });

  test("nor for those of an API that was left alone, where its files are of JavaScript", async (t) => {
    const folder = projectFolder(t);
    const args = ["generate", "--language", "js", "--emit", "errors"];
    const edit = (name: string, from: string, to: string) => {
      const path = join(folder, `shared/${name}-errors.yaml`);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    await startCli(args, { cwd: folder });
    edit("first", "id: { type: string }", "id: { type: string, minLength: 1 }");
    assert.ok(asksForTypes((await loadedBy(args, folder)).loaded));
    edit("second", "Ask for", "Look for");
    const { stderr, loaded } = await loadedBy(args, folder);
    assert.match(stderr, /^ {2}changed generated\/second\//m);
    assert.ok(!asksForTypes(loaded));
  });

  test("types are asked for again where the schemas changed that they are of, and where they say something else", async (t) => {
    const folder = projectFolder(t);
    const edit = (path: string, from: string, to: string) => {
      const text = readFileSync(join(folder, path), "utf8");
      assert.ok(text.includes(from));
      writeFileSync(join(folder, path), text.replace(from, to));
    };
    for (const args of [["generate"], ["generate", "first", "-o", "alone"]]) {
      assert.ok(asksForTypes((await loadedBy(args, folder)).loaded));
      edit("shared/first-errors.yaml", "Ask for", "Look for");
      const reworded = await loadedBy(args, folder);
      assert.match(reworded.stderr, /^ {2}changed \w+\/first\/codes\.ts$/m);
      assert.ok(!asksForTypes(reworded.loaded), args.join(" "));
      edit("shared/first-errors.yaml", "Look for", "Ask for");
      edit("shared/first-errors.yaml", "id: { type: string }", "id: { type: integer }");
      edit("apis/first.yaml", "{ id: a }", "{ id: 1 }");
      const typed = await loadedBy(args, folder);
      assert.match(typed.stderr, /^ {2}changed \w+\/first\/types\.ts$/m);
      assert.ok(asksForTypes(typed.loaded));
      edit("shared/first-errors.yaml", "id: { type: integer }", "id: { type: string }");
      edit("apis/first.yaml", "{ id: 1 }", "{ id: a }");
      assert.equal((await startCli([...args, "--no-cache"], { cwd: folder })).status, 0);
    }
  });

  test("--check remembers nothing, since it writes nothing at all", async (t) => {
    const folder = projectFolder(t);
    await startCli(["generate", "--no-cache"], { cwd: folder });
    await startCli(["generate", "--check"], { cwd: folder });
    assert.deepEqual(readdirSync(join(folder, "node_modules")), [".keep"]);
  });

  test("a folder without node_modules is remembered with what else the user's programs keep", async (t) => {
    const folder = projectFolder(t);
    rmSync(join(folder, "node_modules"), { recursive: true });
    const env = { XDG_CACHE_HOME: join(folder, "caches"), LOCALAPPDATA: join(folder, "caches"), HOME: folder };
    await startCli(["generate"], { cwd: folder, env });
    const place = process.platform === "darwin" ? "Library/Caches" : "caches";
    assert.ok(existsSync(join(folder, place, "openapi-errors")));
  });

  test("a folder of the output that became a link to where it was moved is not the one that was written", async (t) => {
    const folder = projectFolder(t);
    await startCli(["generate"], { cwd: folder });
    renameSync(join(folder, "generated/second"), join(folder, "moved"));
    symlinkSync(join(folder, "moved"), join(folder, "generated/second"));
    const { status, stdout, stderr } = await startCli(["generate", "--check"], { cwd: folder });
    assert.deepEqual(
      { status, stdout, stderr },
      await startCli(["generate", "--check", "--no-cache"], { cwd: folder }),
    );
    assert.notEqual(status, 0);
  });

  test("where nothing can be remembered, the run does its work all the same", (t) => {
    const folder = projectFolder(t);
    writeFileSync(join(folder, "node_modules/.cache"), "a file in its place\n");
    for (const _ of [1, 2]) assert.equal(runCli(["generate"], { cwd: folder }).status, 0);
  });

  test("what is remembered and not whole, or not ours, counts for nothing", async (t) => {
    const folder = projectFolder(t);
    await startCli(["generate"], { cwd: folder });
    const caches = join(folder, "node_modules/.cache/openapi-errors");
    for (const name of readdirSync(caches)) {
      const bytes = readFileSync(join(caches, name));
      bytes[bytes.length - 9]! ^= 1;
      writeFileSync(join(caches, name), bytes);
    }
    const { status, loaded } = await loadedBy(["generate"], folder);
    assert.equal(status, 0);
    assert.ok(makesFiles(loaded));
  });
});
