import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { Document as YamlDocument } from "yaml";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { committed } from "../support/repository.js";
import { git } from "./repository.js";
import { replaced, shop } from "./shop.js";

describe("an API is compared with what it was, wherever and however that stood", together, () => {
  test("a document that was moved, with redocly.yaml or without, with its folder or staged alone", async (t) => {
    for (const [isListed, isCommitted] of [
      [true, true],
      [false, true],
      [false, false],
    ] as const) {
      const { folder, run, rename } = released(t, isListed);
      mkdirSync(join(folder, "api"));
      git(folder, "mv", "openapi.yaml", "api/openapi.yaml");
      if (isListed) list(folder, "api/openapi.yaml");
      rename("api/openapi.yaml");
      if (isCommitted) committed(folder);
      const named = isListed ? [] : ["api/openapi.yaml"];
      const lint = await run("lint", "--against", "v1.0.0", ...named);
      assert.equal(lint.status, 1, lint.stderr);
      assert.match(lint.stdout, /`order_limit` is at v1\.0\.0:openapi\.yaml:\d+, and vanished without being retired/);
      assert.equal(lint.stdout.match(/^\S+: error: /gm)?.length, 1, lint.stdout);
      const changelog = await run("changelog", "--tags", "v1.0.0", ...named);
      assert.match(changelog.stdout, /not released yet\n {2}breaking {2}`order_limit` is `orders_full` now/);
      const diff = await run("diff", "v1.0.0:api/openapi.yaml", "api/openapi.yaml");
      assert.equal(diff.status, 2);
      assert.match(diff.stderr, /it was moved since .*\n {2}fix: name `v1\.0\.0:openapi\.yaml`/);
      if (!isListed) continue;
      for (const typed of [["v1.0.0"], ["v1.0.0:shop", "shop"], ["v1.0.0:openapi.yaml", "shop"]])
        assert.match(
          (await run("diff", ...typed)).stdout,
          /breaking: `order_limit` is `orders_full` now/,
          typed.join(),
        );
    }
  });

  test("a project that was moved as a whole, and its API called anew at once", async (t) => {
    const { folder, rename } = released(t, true);
    mkdirSync(join(folder, "packages/shop"), { recursive: true });
    for (const file of ["openapi.yaml", "redocly.yaml"]) git(folder, "mv", file, `packages/shop/${file}`);
    const cwd = join(folder, "packages/shop");
    list(cwd, "openapi.yaml", "store");
    rename("packages/shop/openapi.yaml");
    committed(folder);
    const lint = await startCli(["lint", "--against", "v1.0.0"], { cwd });
    assert.match(lint.stdout, /`order_limit` is at v1\.0\.0:openapi\.yaml:\d+, and vanished/);
    assert.doesNotMatch(lint.stdout, /api-vanished/);
    const diff = await startCli(["diff", "v1.0.0"], { cwd });
    assert.match(diff.stdout, /breaking: `order_limit` is `orders_full` now/);
    assert.doesNotMatch(diff.stdout, /api-removed/);
  });

  test("a document of a submodule is that of the commit which the revision has of it", async (t) => {
    const { folder: module, rename } = released(t, false);
    const folder = temporaryFolder(t);
    git(folder, "init", "--quiet");
    git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", module, "vendor");
    list(folder, "vendor/openapi.yaml");
    committed(folder);
    git(folder, "tag", "v1.0.0");
    rename("openapi.yaml");
    committed(module);
    git(join(folder, "vendor"), "pull", "--quiet");
    committed(folder);
    const diff = await startCli(["diff", "v1.0.0"], { cwd: folder });
    assert.match(
      diff.stdout,
      /^vendor\/openapi\.yaml:\d+:\d+: breaking: `order_limit` is `orders_full` now/,
      diff.stderr,
    );
    const lint = await startCli(["lint", "--against", "v1.0.0"], { cwd: folder });
    assert.match(lint.stdout, /`order_limit` is at v1\.0\.0:vendor\/openapi\.yaml:\d+, and vanished/);
  });

  test("a copy is an API of its own", async (t) => {
    const { folder, run } = released(t, false);
    writeFileSync(join(folder, "v2.yaml"), `${readFileSync(join(folder, "openapi.yaml"), "utf8")}\n`);
    committed(folder);
    const { stderr } = await run("lint", "--against", "v1.0.0", "v2.yaml");
    assert.match(stderr, /v2\.yaml is new: `v1\.0\.0` does not have it/);
  });

  test("an overlay that came, that was moved, and that went with its codes", async (t) => {
    const { folder, run } = released(t, true);
    const overlay = (name: string) => {
      list(folder, "openapi.yaml", "shop", `, x-openapi-errors: { overlay: ${name} }`);
      committed(folder);
    };
    writeFileSync(join(folder, "ours.yaml"), ours);
    overlay("ours.yaml");
    const came = await run("diff", "v1.0.0");
    assert.equal(came.status, 0, came.stderr);
    assert.match(came.stdout, /^ours\.yaml:\d+:\d+: \w+: `card_lost` is new/);
    git(folder, "tag", "v1.1.0");

    renameSync(join(folder, "ours.yaml"), join(folder, "errors.overlay.yaml"));
    overlay("errors.overlay.yaml");
    assert.equal((await run("diff", "v1.1.0")).stdout, "no changes\n");
    const given = await run("lint", "--against", "v1.1.0", "--overlay", "errors.overlay.yaml", "openapi.yaml");
    assert.deepEqual([given.status, given.stdout], [0, ""]);

    rmSync(join(folder, "errors.overlay.yaml"));
    list(folder, "openapi.yaml");
    committed(folder);
    const gone = await run("diff", "v1.1.0");
    assert.match(gone.stdout, /^v1\.1\.0:ours\.yaml:\d+:\d+: breaking: `card_lost` is gone/);
    const lint = await run("lint", "--against", "v1.1.0");
    assert.match(lint.stdout, /`card_lost` is at v1\.1\.0:ours\.yaml:\d+, and vanished/);
    const { stdout, stderr } = await run("changelog");
    assert.match(
      stdout,
      /breaking {2}`card_lost` is gone .*\n\n1\.1\.0\n.* `card_lost` is new.*\n\n1\.0\.0: the first one here/s,
    );
    assert.equal(stderr, "");
  });
});

test("a code of a file that is referred to is told where it stands, in both revisions", async (t) => {
  const folder = temporaryFolder(t);
  const { components, ...document } = shop();
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), new YamlDocument(value, { aliasDuplicateObjects: false }).toString());
  const split = (text: string) => text.replaceAll("#/components/", "parts%20of%20it.yaml#/components/");
  write("openapi.yaml", JSON.parse(split(JSON.stringify(document))));
  write("parts of it.yaml", { components });
  committed(folder);
  write("parts of it.yaml", { components: replaced(shop(), "order_limit", "orders_full").components });
  write(
    "openapi.yaml",
    JSON.parse(split(JSON.stringify({ ...replaced(shop(), "order_limit", "orders_full"), components: undefined }))),
  );
  const diff = await startCli(["diff", "HEAD:openapi.yaml"], { cwd: folder });
  assert.match(diff.stdout, /^parts of it\.yaml:\d+:5: breaking: `order_limit` is `orders_full` now/, diff.stderr);
  const lint = await startCli(["lint", "--against", "HEAD", "openapi.yaml"], { cwd: folder });
  assert.match(lint.stdout, /`order_limit` is at HEAD:parts of it\.yaml:\d+, and vanished/);
});

const ours = `overlay: 1.0.0
info: { title: Ours, version: "1" }
actions:
  - target: $.info
    update: { version: 1.1.0 }
  - target: $
    update: { x-error-codes: [{ code: card_lost, status: 409, description: The card was lost. }] }
`;

/** A repository whose first version is tagged. */
function released(t: TestContext, isListed: boolean) {
  const folder = temporaryFolder(t);
  const document = { ...shop(), info: { title: "Shop", version: "1.0.0" } };
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  write("openapi.yaml", new YamlDocument(document, { aliasDuplicateObjects: false }).toString());
  if (isListed) list(folder, "openapi.yaml");
  committed(folder);
  git(folder, "tag", "v1.0.0");
  return {
    folder,
    run: (...args: readonly string[]) => startCli(args, { cwd: folder }),
    rename: (path: string) => {
      const renamed = replaced(document, "order_limit", "orders_full");
      write(path, new YamlDocument(renamed, { aliasDuplicateObjects: false }).toString());
    },
  };
}

function list(folder: string, root: string, name = "shop", more = ""): void {
  writeFileSync(join(folder, "redocly.yaml"), `apis:\n  ${name}: { root: ${root}${more} }\n`);
}
