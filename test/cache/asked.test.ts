import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { loadedBy } from "./loaded.js";
import { projectFolder } from "./project.js";

function readsWords(loaded: ReadonlySet<string>): boolean {
  return [...loaded].some((file) => /^(?:parts\/)?command-line(?:-\w+)?\.js$/.test(file));
}

describe("words that were understood before", together, () => {
  test("are not read again, with --check before them or behind", async (t) => {
    const folder = projectFolder(t);
    const words = ["first", "-o", "out", "--emit", "json"];
    const first = await loadedBy(["generate", ...words], folder);
    assert.ok(readsWords(first.loaded) && first.status === 0);
    for (const args of [words, ["--check", ...words], [...words, "--check"]]) {
      const { status, stderr, loaded } = await loadedBy(["generate", ...args], folder);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: "1 file, up to date\n" });
      assert.ok(!readsWords(loaded), args.join(" "));
    }
  });

  test("mean no more than they did: --check as a value, behind --, or in words that were refused", async (t) => {
    const folder = projectFolder(t);
    assert.equal((await startCli(["generate", "first", "--emit", "json"], { cwd: folder })).status, 0);
    const { stderr } = await startCli(["generate", "first", "--emit", "json", "-o", "--check"], { cwd: folder });
    assert.match(stderr, /^ {2}added {3}--check\/first\/errors\.json$/m);
    for (const args of [
      ["generate", "first", "--emit", "--check", "json"],
      ["generate", "first", "--emit", "json", "--", "--check"],
      ["generate", "first", "--emit", "jsn", "--check"],
    ]) {
      const cached = await startCli(args, { cwd: folder });
      assert.deepEqual(cached, await startCli([...args.slice(0, 1), "--no-cache", ...args.slice(1)], { cwd: folder }));
    }
  });
});
