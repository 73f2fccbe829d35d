import assert from "node:assert/strict";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { shopDocument } from "./shop.js";

const text = readFileSync(shopDocument, "utf8");

describe("references are followed below the root folder, and never out of it", together, () => {
  test("the root is the nearest folder with redocly.yaml, package.json or .git, unless --root names another", async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "api"));
    writeFileSync(join(folder, "errors.yaml"), text);
    writeFileSync(join(folder, "api/openapi.yaml"), text.replace('"#/', '"../errors.yaml#/'));
    const lint = ["lint", "api/openapi.yaml"];

    writeFileSync(join(folder, "api/redocly.yaml"), "");
    const narrow = await startCli(lint, { cwd: folder });
    assert.equal(narrow.status, 1);
    assert.match(narrow.stdout, /leads out of `api`: .+ \(reference-outside\)\n/);

    const wide = await startCli([...lint, "--root", "."], { cwd: folder });
    assert.deepEqual({ status: wide.status, stdout: wide.stdout }, { status: 0, stdout: "" });
  });

  test("the topmost folder is one as well, whether a file is there or not", async (t) => {
    const folder = temporaryFolder(t);
    writeFileSync(join(folder, "errors.yaml"), text);
    const lint = (named: string) => {
      writeFileSync(join(folder, "openapi.yaml"), text.replace('"#/', `"${named}#/`));
      return startCli(["lint", "openapi.yaml", "--root", "/"], { cwd: folder });
    };
    const followed = await lint("errors.yaml");
    assert.deepEqual([followed.status, followed.stdout], [0, ""]);
    const gone = await lint("gone.yaml");
    assert.equal(gone.status, 2);
    assert.match(gone.stdout, /`gone\.yaml` can't be read: there is no such file/);
  });

  test("a link that leads out of the root is no way out", async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "api"));
    writeFileSync(join(folder, "api/redocly.yaml"), "");
    writeFileSync(join(folder, "errors.yaml"), text);
    symlinkSync(join(folder, "errors.yaml"), join(folder, "api/linked.yaml"));
    writeFileSync(join(folder, "api/openapi.yaml"), text.replace('"#/', '"linked.yaml#/'));
    const { status, stdout } = await startCli(["lint", "openapi.yaml"], { cwd: join(folder, "api") });
    assert.equal(status, 1);
    assert.match(stdout, /^openapi\.yaml:\d+:\d+: error: `linked\.yaml#.+` leads out of `\.`/);
  });
});
