import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { shopFolder, snapshot } from "../cli/shop.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";

const generate = ["generate", "openapi.yaml", "--emit", "codes,json"];

describe("there are places that nothing is written to", together, () => {
  test("the root, the home folder, the folder of what is read, a repository, and what is above", async (t) => {
    const folder = shopFolder(t);
    const home = join(folder, "home");
    for (const path of ["home/me", "repository/.git", "linked"]) mkdirSync(join(folder, path), { recursive: true });
    symlinkSync(folder, join(folder, "linked/up"));
    const before = snapshot(folder);
    const outputs = [
      "/",
      ".",
      "..",
      "home",
      "home/me",
      "repository",
      "repository/.git",
      "repository/.git/hooks",
      "linked/up",
    ];
    for (const output of outputs) {
      const { status, stdout, stderr } = await startCli([...generate, "-o", output], {
        cwd: folder,
        env: { HOME: join(home, "me") },
      });
      assert.deepEqual({ status, stdout }, { status: 1, stdout: "" }, output);
      assert.match(
        stderr,
        /^\S+:1:1: error: `.+` can't be the output: it .+ \(output-refused\)\n {2}fix: name a folder/,
      );
      assert.deepEqual(snapshot(folder), before);
    }
    const inside = await startCli([...generate, "-o", "home/me/errors"], {
      cwd: folder,
      env: { HOME: join(home, "me") },
    });
    assert.equal(inside.status, 0, inside.stderr);
  });

  test("what a shell would have replaced, and nothing that only looks like it", async (t) => {
    const folder = shopFolder(t);
    const into = (output: string) => startCli([...generate, "-o", output], { cwd: folder });
    for (const [output, part] of [
      ["~/gen", "~"],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands there as it is.
      ["${OUT}/gen", "${OUT}"],
    ] as const) {
      const { status, stderr } = await into(output);
      assert.equal(status, 1);
      assert.ok(stderr.includes(`it has \`${part}\` in it, which only a shell replaces (output-refused)`), stderr);
      assert.ok(!existsSync(join(folder, output)));
    }
    assert.equal((await into("a~b/$x")).status, 0);
  });

  test("the working folder is as good as any, where nothing is read from it", async (t) => {
    const folder = shopFolder(t);
    mkdirSync(join(folder, "client"));
    const { status, stderr } = await startCli(["generate", "../openapi.yaml", "--emit", "json", "-o", "."], {
      cwd: join(folder, "client"),
    });
    assert.equal(status, 0, stderr);
  });

  test("a link inside the output is not followed, a link to the output is", async (t) => {
    const [folder, elsewhere] = [shopFolder(t), temporaryFolder(t)];
    mkdirSync(join(folder, "out"));
    symlinkSync(elsewhere, join(folder, "out/shop"));
    const { status, stderr } = await startCli([...generate, "-o", "out"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stderr, /^out\/shop:1:1: error: `out\/shop` is a symbolic link: .+ \(output-link\)\n {2}fix: remove/);
    assert.deepEqual(snapshot(elsewhere), {});
    symlinkSync(elsewhere, join(folder, "there"));
    assert.equal((await startCli([...generate, "-o", "there"], { cwd: folder })).status, 0);
    assert.ok("shop/codes.ts" in snapshot(elsewhere));
  });

  test("where nothing can be written, it is said why and what to do, at once", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "blocked"), "");
    mkdirSync(join(folder, "taken/shop/errors.json"), { recursive: true });
    symlinkSync("nowhere", join(folder, "dangling"));
    const before = snapshot(folder);
    const refused = [
      ["/proc/openapi-errors", /nothing can be made there|no folder|permitted|read-only/],
      ["blocked", /it is no folder, and one has to be there/],
      ["blocked/below", /no folder|a file stands where a folder has to be/],
      ["dangling", /`dangling` can't be written: it is a symbolic link to `nowhere`, where nothing is/],
      ["dangling/below", /`dangling` can't be written: it is a symbolic link to `nowhere`/],
      ["taken", /a folder stands in its place/],
      ["n".repeat(300), /its name is too long/],
    ] as const;
    for (const [output, reason] of refused) {
      const run = await startCli([...generate, "-o", output], { cwd: folder, timeout: 30_000 });
      assert.deepEqual(
        { status: run.status, stdout: run.stdout },
        { status: 2, stdout: "" },
        `${output} ${run.stderr}`,
      );
      assert.match(run.stderr, /^\S+:1:1: error: `.+` can't be written: .+ \(file-unwritable\)\n {2}fix: .+\n\n$/);
      assert.match(run.stderr, reason);
      assert.deepEqual(snapshot(folder), before);
    }
  });

  test("a folder that may not be written to", {
    skip: process.getuid?.() === 0 && "root may write anywhere",
  }, async (t) => {
    const folder = shopFolder(t);
    mkdirSync(join(folder, "closed"), { mode: 0o555 });
    const { status, stderr } = await startCli([...generate, "-o", "closed"], { cwd: folder });
    chmodSync(join(folder, "closed"), 0o755);
    assert.equal(status, 2);
    assert.match(stderr, /permission denied \(file-unwritable\)\n {2}fix: .+`chmod u\+rwx closed`/);
  });

  test("a full disk keeps the old output, whole", async (t) => {
    const folder = shopFolder(t);
    const disk = join(folder, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=128k", "none", disk], { stdio: "ignore" });
    } catch {
      return t.skip("a small disk can be had by root alone");
    }
    try {
      assert.equal((await startCli([...generate, "-o", "disk/out"], { cwd: folder })).status, 0);
      const before = snapshot(disk);
      writeFileSync(
        join(folder, "openapi.yaml"),
        readFileSync(join(folder, "openapi.yaml"), "utf8").replace("title: Shop", "title: Store"),
      );
      const { status, stderr } = await startCli(["generate", "openapi.yaml", "-o", "disk/out"], { cwd: folder });
      assert.equal(status, 2, stderr);
      assert.match(stderr, /the disk is full \(file-unwritable\)\n {2}fix: make room/);
      assert.deepEqual(snapshot(disk), before);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});
