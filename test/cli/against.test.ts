import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import type { Problem } from "../../generator/problem/problem.js";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { committed } from "../support/repository.js";

/** Two codes, of which the second has no example: that is a problem of long ago. */
const shop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-error-contract:
  id: shop
  envelopes: [{ name: error, code: /code, message: /message }]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      responses:
        "404":
          description: There is none.
          content:
            application/json:
              schema: { $ref: "schemas.yaml#/OrderNotFound" }
              example: { code: order_not_found, message: There is no order 7. }
        "409":
          description: It is locked.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/OrderLocked" }
components:
  schemas:
    OrderLocked:
      title: Order locked
      type: object
      required: [code, message]
      properties:
        code: { const: order_locked }
        message: { type: string }
`;

const schemas = `OrderNotFound:
  title: Order not found
  type: object
  required: [code, message]
  properties:
    code: { const: order_not_found }
    message: { type: string }
`;

/** One more answer, without an example. */
const more = `        "410":
          description: It is gone.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/OrderGone" }
components:
  schemas:
    OrderGone:
      title: Order gone
      type: object
      required: [code, message]
      properties:
        code: { const: order_gone }
        message: { type: string }
`;

const example = "              example: { code: order_busy, message: Sorry }\n";

describe("lint --against tells of what a change adds", together, () => {
  test("what was wrong before is not told again, wherever it moved to", async (t) => {
    const { lint, write } = repository(t);
    const old = await lint();
    assert.equal(old.status, 1);
    assert.match(old.stdout, /`order_locked` has no example body/);
    const same = await lint("--against", "main");
    assert.deepEqual(same, { status: 0, stdout: "", stderr: "1 document, 0 problems that `main` does not have\n" });
    write("# A line more\n\n".concat(shop.replace("components:\n  schemas:\n", more)));
    const added = await lint("--against", "main", "--format", "json");
    assert.equal(added.status, 1);
    const { problems } = JSON.parse(added.stdout) as { readonly problems: readonly Problem[] };
    assert.deepEqual(
      problems.map(({ code, message }) => [code, message]),
      [["error-without-example", "`order_gone` has no example body"]],
    );
  });

  test("a code that vanished, and what is typed for it", async (t) => {
    const { lint, write, text } = repository(t);
    const reference = '"#/components/schemas/OrderLocked" }\n';
    write(shop.replaceAll("order_locked", "order_busy").replace(reference, reference + example));
    const { status, stdout } = await lint("--against", "main");
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^openapi\.yaml:\d+:\d+: error: `order_locked` is at main:spec\/openapi\.yaml:24, and vanished without being retired \(code-vanished\)\n[\s\S]*^ {2}fix: write `(.+)` in `x-error-codes` at the root of the document\n/m,
    );
    const github = await lint("--against", "main", "--format", "github");
    assert.match(github.stdout, /^::error file=openapi\.yaml,line=\d+,col=5,title=openapi-errors%3A code-vanished::/);
    const [, entry = ""] = /fix: write `(.+)` in/.exec(stdout) ?? [];
    write(text().replace("paths:\n", `x-error-codes:\n  - ${entry}\npaths:\n`));
    assert.deepEqual(await lint("--against", "main"), {
      status: 0,
      stdout: "",
      stderr: "1 document, 0 problems that `main` does not have\n",
    });
    // From then on the tombstone is what may not vanish.
    committed(join(text.folder, ".."));
    write(text().replace(`  - ${entry}\n`, "  []\n"));
    const forgotten = await lint("--against", "main");
    assert.equal(forgotten.status, 1);
    assert.match(
      forgotten.stdout,
      /`order_locked` is retired at main:spec\/openapi\.yaml:7, and is not in the contract any more/,
    );
  });

  test("a retired component that stays is fine, and one that goes is told with the name to keep", async (t) => {
    const { lint, write } = repository(t);
    const [before = "", after = ""] = shop.split(/ {8}"409":[\s\S]*(?=components:)/);
    write(
      before +
        after.replace(
          "      title: Order locked",
          "      x-error: { retired: true, status: 409 }\n      title: Order locked",
        ),
    );
    assert.equal((await lint("--against", "main")).status, 0);
    write(before);
    const { status, stdout } = await lint("--against", "main");
    assert.equal(status, 1);
    assert.match(
      stdout,
      /fix: keep `OrderLocked` below `components\.schemas`, with `x-error: \{ retired: true, status: 409 \}`/,
    );
  });

  test("codes are not told of as gone where something else keeps them from being found", async (t) => {
    const { lint, write } = repository(t);
    write(shop.replace("code: /code", "code: /cod"));
    const { status, stdout } = await lint("--against", "main");
    assert.equal(status, 1);
    assert.match(stdout, /\(envelope-not-found\)/);
    assert.doesNotMatch(stdout, /code-vanished/);
  });

  test("programs ask for it too, of a text in memory as well", (t) => {
    const { text } = repository(t);
    const api = new URL("../../generator/api/index.ts", import.meta.url).href;
    const changed = shop.replaceAll("order_locked", "order_busy");
    const program = `
      const { lint } = await import(${JSON.stringify(api)});
      const { problems } = await lint({ path: "openapi.yaml", text: ${JSON.stringify(changed)} }, { against: "main" });
      console.log(problems.map(({ code, message }) => code + " " + message).join("\\n"));
    `;
    const args = ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", program];
    const { stdout } = spawnSync(process.execPath, args, { cwd: text.folder, encoding: "utf8" });
    assert.equal(
      stdout,
      "error-without-example `order_busy` has no example body\ncode-vanished `order_locked` is at main:spec/openapi.yaml:24, and vanished without being retired\n",
    );
  });

  test("a revision that is not there, a document that is new or can't be read", async (t) => {
    const { lint, write, text } = repository(t);
    const missing = await lint("--against", "origin/main");
    assert.deepEqual(missing, {
      status: 2,
      stdout:
        "origin/main:1:1: error: `origin/main` can't be read: there is no such revision (file-unreadable)\n  fix: run `git fetch origin main`, or name one that `git log --all` shows\n\n",
      stderr: "1 document, 1 problem\n",
    });
    writeFileSync(join(text.folder, "new.yaml"), shop);
    const added = await lint("--against", "main");
    assert.equal(added.status, 0);
    const fresh = await startCli(["lint", "new.yaml", "--against", "main"], { cwd: text.folder });
    assert.deepEqual(
      [fresh.status, fresh.stderr],
      [1, "new.yaml is new: `main` does not have it\n1 document, 1 problem that `main` does not have\n"],
    );
    write("openapi: [");
    assert.equal((await lint("--against", "main")).status, 1);
    committed(text.folder);
    // What is malformed in both is not fine for that.
    assert.equal((await lint("--against", "main")).status, 1);
    write(shop);
    const mended = await lint("--against", "main");
    assert.equal(mended.status, 1);
    assert.match(mended.stderr, /^openapi\.yaml can't be read in `main`: all that is wrong counts as new\n/);
  });
});

describe("lint --against tells of an API that is gone as a whole", together, () => {
  const other = shop.replace("id: shop", "id: other");
  const config = (...names: readonly string[]) =>
    `apis:\n${names.map((name) => `  ${name}: { root: ${name}.yaml }\n`).join("")}`;

  function twoApis(t: TestContext) {
    const folder = temporaryFolder(t);
    const example = other.replaceAll(
      '"#/components/schemas/OrderLocked" }\n',
      '"#/components/schemas/OrderLocked" }\n              example: { code: order_locked, message: Sorry }\n',
    );
    writeFileSync(join(folder, "other.yaml"), example);
    writeFileSync(join(folder, "shop.yaml"), example.replace("id: other", "id: shop"));
    writeFileSync(join(folder, "schemas.yaml"), schemas);
    writeFileSync(join(folder, "redocly.yaml"), config("shop", "other"));
    committed(folder);
    return {
      write: (name: string, text: string) => writeFileSync(join(folder, name), text),
      run: (...args: readonly string[]) => startCli([...args], { cwd: folder }),
      folder,
    };
  }

  test("once, where it was, and what to type; until it is accepted or listed again", async (t) => {
    const { write, run, folder } = twoApis(t);
    assert.equal((await run("lint", "--against", "main")).status, 0);
    write("redocly.yaml", config("shop"));
    const gone = await run("lint", "--against", "main");
    assert.equal(gone.status, 1);
    const [, fingerprint = ""] =
      /^redocly\.yaml:1:1: error: `other` is at main:other\.yaml, and vanished as a whole: its 2 codes are in no contract any more \(code-vanished\)\n {2}fix: .*--accept ([0-9a-f]{12}) /.exec(
        gone.stdout,
      ) ?? [];
    assert.equal(gone.stdout.split("error: ").length, 2);
    const github = await run("lint", "--against", "main", "--format", "github");
    assert.match(github.stdout, /^::error file=redocly\.yaml,line=1,col=1,title=openapi-errors%3A code-vanished::/);
    // Whoever names a document asks of no other.
    assert.equal((await run("lint", "shop.yaml", "--against", "main")).status, 0);
    // That its file is gone too makes no difference.
    rmSync(join(folder, "other.yaml"));
    assert.equal((await run("lint", "--against", "main")).stdout, gone.stdout);
    const accepted = await run("diff", "main", "--accept", fingerprint, "--reason", "Sold.", "--until", "2999-01-01");
    assert.equal(accepted.status, 0, accepted.stderr);
    assert.equal((await run("lint", "--against", "main")).status, 0);
  });

  test("not where it moved or was renamed, and not where it was never to be read", async (t) => {
    const { write, run, folder } = twoApis(t);
    write("redocly.yaml", config("shop").concat("  another: { root: other.yaml }\n"));
    assert.equal((await run("lint", "--against", "main")).status, 0);
    write(
      "redocly.yaml",
      config("shop", "other").replace("root: other.yaml", "root: other.yaml, x-openapi-errors: false"),
    );
    assert.equal((await run("lint", "--against", "main")).status, 0);
    write("other.yaml", "openapi: [");
    write("redocly.yaml", config("shop", "other"));
    committed(folder);
    write("redocly.yaml", config("shop"));
    const { status, stderr } = await run("lint", "--against", "main");
    assert.equal(status, 0);
    assert.match(stderr, /^other\.yaml can't be read in `main`: which codes are gone with it is not known\n/);
  });
});

/** A repository whose document is in a folder, with a schema in another file. */
function repository(t: TestContext) {
  const root = temporaryFolder(t);
  const folder = join(root, "spec");
  mkdirSync(folder);
  const path = join(folder, "openapi.yaml");
  const write = (document: string) => writeFileSync(path, document);
  write(shop);
  writeFileSync(join(folder, "schemas.yaml"), schemas);
  committed(root);
  return {
    write,
    text: Object.assign(() => readFileSync(path, "utf8"), { folder }),
    lint: (...options: readonly string[]) => startCli(["lint", "openapi.yaml", ...options], { cwd: folder }),
  };
}

test("in a hook of a linked worktree, which git tells of a repository and no folder, a code that vanished is told", async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, "packages/api"), { recursive: true });
  writeFileSync(join(folder, "packages/api/openapi.yaml"), shop);
  writeFileSync(join(folder, "packages/api/schemas.yaml"), schemas);
  committed(folder);
  const linked = join(temporaryFolder(t), "linked");
  spawnSync("git", ["worktree", "add", "--quiet", linked], { cwd: folder });
  const cwd = join(linked, "packages/api");
  writeFileSync(join(cwd, "schemas.yaml"), schemas.replace("order_not_found }", "order_gone }"));
  const directory = spawnSync("git", ["rev-parse", "--absolute-git-dir"], { cwd, encoding: "utf8" }).stdout.trim();
  for (const env of [{}, { GIT_DIR: directory }, { GIT_DIR: ".git" }]) {
    const { status, stdout } = await startCli(["lint", "openapi.yaml", "--against", "HEAD"], { cwd, env });
    assert.match(stdout, /`order_not_found` is at HEAD:packages\/api\/schemas\.yaml:1, and vanished/);
    assert.equal(status, 1);
  }
});
