import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Problem } from "../../generator/problem/problem.js";
import { startCli, together } from "../support/cli.js";
import { shopDocument, shopFolder, textsIn } from "./shop.js";

/** A config of three APIs: one with settings, one that names no file that is there, one that is left out. */
const config = `apis:
  shop@v1:
    root: openapi.yaml
    x-openapi-errors: { output: gen, emit: [json] }
  broken:
    root: none.yaml
    x-openapi-errors: { emit: [nothing] }
  spare:
    root: spare.yaml
    x-openapi-errors: false
`;

describe("an API is named as redocly.yaml calls it, or by its path, and has its settings", together, () => {
  test("by its name and by its path it is the same, and what is wrong with others is theirs", async (t) => {
    const folder = configured(t);
    for (const names of [["shop@v1"], ["openapi.yaml"], ["./openapi.yaml"], ["shop@v1", "openapi.yaml"]]) {
      const { status, stderr } = await startCli(["generate", ...names, "--check"], { cwd: folder });
      assert.equal(status, 1, stderr);
      assert.match(stderr, /^ {2}added {3}gen\/shop\/errors\.json\n1 of 1 file is out of date/, names.join());
    }
    assert.equal((await startCli(["generate", "shop@v1"], { cwd: folder })).status, 0);
    for (const command of [
      ["generate", "openapi.yaml", "--check"],
      ["lint", "shop@v1"],
      ["scan", "shop@v1"],
      ["explain", "order_not_found", "--document", "shop@v1"],
    ])
      assert.equal((await startCli(command, { cwd: folder })).status, 0, command.join(" "));
  });

  test("a document that the config does not list has the defaults; one that it leaves out too", async (t) => {
    const folder = configured(t);
    cpSync(shopDocument, join(folder, "spare.yaml"));
    const { status, stderr } = await startCli(["generate", "spare.yaml", "--emit", "csv"], { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.ok("generated/shop/catalog.csv" in textsIn(folder));
  });

  test("where there is no config, the file that is meant is named, by its beginning or its letters", async (t) => {
    const folder = shopFolder(t);
    for (const [name, fix] of [
      ["opnapi.yaml", "name `openapi.yaml`, which is there"],
      ["openapi.json", "name `openapi.yaml`, which is there"],
      [".", "name `openapi.yaml`, which is there"],
      ["src", "name a file in it"],
      ["openapi.txt", "name `openapi.yaml`, which is there"],
      ["nothing.yaml", "name a file that exists and that you may read"],
      ["http://localhost/a.yaml", "download it, and name the file"],
    ] as const) {
      mkdirSync(join(folder, "src"), { recursive: true });
      const { status, stdout } = await startCli(["lint", name], { cwd: folder });
      assert.equal(status, 2, name);
      assert.ok(stdout.startsWith(`${name}:1:1: error: \`${name}\` can't be read: `), stdout);
      assert.ok(stdout.includes(`\n  fix: ${fix}\n`), stdout);
    }
  });

  test("what the config names and is not there is told where the config names it", async (t) => {
    const folder = shopFolder(t);
    mkdirSync(join(folder, "docs"));
    writeFileSync(
      join(folder, "redocly.yaml"),
      `apis:
  a: { root: openapi.yml }
  b:
    root: openapi.yaml
    x-openapi-errors:
      overlay: [openapi.yaml, none.yaml]
  c: { root: docs }
`,
    );
    const { status, stdout } = await startCli(["lint", "--format", "json"], { cwd: folder });
    assert.equal(status, 2);
    const { problems } = JSON.parse(stdout) as { problems: Problem[] };
    const unread = problems.filter(({ code }) => code === "file-unreadable");
    assert.deepEqual(
      unread.map(({ position: { file, line, column }, fix }) => `${file}:${line}:${column} ${fix}`),
      [
        "redocly.yaml:2:14 name `openapi.yaml`, which is there",
        "redocly.yaml:6:31 name a file that exists and that you may read",
        "redocly.yaml:7:14 name a file in it",
      ],
    );
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  a: { root: openapi.yaml, x-openapi-errors: { root: none } }\n",
    );
    const outside = await startCli(["lint"], { cwd: folder });
    assert.equal(outside.status, 2);
    assert.match(outside.stdout, /^redocly\.yaml:2:54: error: `none` can't be read: there is no such folder/);
  });

  test("an output that can't be is told where the config says it, or as the command line does", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  a:\n    root: openapi.yaml\n    x-openapi-errors:\n      output: .\n",
    );
    const said = await startCli(["generate"], { cwd: folder });
    assert.equal(said.status, 1);
    assert.match(said.stderr, /^redocly\.yaml:5:15: error: `\.` can't be the output: it is the folder of/);
    const asked = await startCli(["generate", "-o", "."], { cwd: folder });
    assert.match(asked.stderr, /^\.:1:1: error: `\.` can't be the output/);
  });

  test("`apis` and `root` by another name are told of, with what is meant", async (t) => {
    const folder = shopFolder(t);
    for (const [text, place, fix, exit] of [
      ["api:\n  a: { root: openapi.yaml }\n", "1:1", "write `apis`", 2],
      ["Apis:\n  a: { root: openapi.yaml }\n", "1:1", "write `apis`", 2],
      ["apis:\n  a: { rot: openapi.yaml }\n", "2:8", "write `root`", 1],
      ["apis:\n  a: { root: [openapi.yaml] }\n", "2:8", "add `root: path/to/openapi.yaml`", 1],
    ] as const) {
      writeFileSync(join(folder, "redocly.yaml"), text);
      const { status, stdout } = await startCli(["lint"], { cwd: folder });
      assert.equal(status, exit, text);
      assert.ok(stdout.startsWith(`redocly.yaml:${place}: error: `), stdout);
      assert.ok(stdout.includes(`\n  fix: ${fix}\n`), stdout);
    }
  });

  test("a name that is no file and no API: exit 2, with the one that is meant", async (t) => {
    const folder = configured(t);
    for (const [name, fix] of [
      ["shop@v2", "write `shop@v1`"],
      ["openapi.yml", "write `openapi.yaml`"],
      ["payments", "name a file that exists, or one of `shop@v1`, `broken`, `spare`"],
    ] as const)
      for (const command of ["generate", "lint", "scan", "docs"]) {
        const { status, stdout, stderr } = await startCli([command, name], { cwd: folder });
        assert.equal(status, 2, command);
        const frame = `${name}:1:1: error: \`${name}\` is no file, and no API of redocly.yaml (file-unreadable)\n  fix: ${fix}\n`;
        assert.ok(`${stdout}${stderr}`.startsWith(frame), `${stdout}${stderr}`);
      }
  });

  test("a config that can't be read is told of, not passed over", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "redocly.yaml"), "apis: { shop: [\n");
    const { status, stdout } = await startCli(["lint", "openapi.yaml"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stdout, /^redocly\.yaml:/);
  });

  test("references may not leave `root` of the config; --root wins", async (t) => {
    const folder = shopFolder(t);
    mkdirSync(join(folder, "spec"));
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    const refers = text.replace("\ncomponents:\n", "\ncomponents:\n  headers:\n    More: { $ref: ../more.yaml }\n");
    writeFileSync(join(folder, "spec", "openapi.yaml"), refers);
    const settings = "{ root: spec/openapi.yaml, x-openapi-errors: { root: spec } }";
    writeFileSync(join(folder, "redocly.yaml"), `apis: { shop: ${settings} }\n`);
    writeFileSync(join(folder, "more.yaml"), "{}\n");
    const refused = await startCli(["lint"], { cwd: folder });
    assert.match(refused.stdout, /`\.\.\/more\.yaml` leads out of `spec`/);
    const wider = await startCli(["lint", "--root", "."], { cwd: folder });
    assert.deepEqual(wider, { status: 0, stdout: "", stderr: "1 document, 0 problems\n" });
  });
});

describe("the id of an API: --id, the config, the document, the name in the config, the title", together, () => {
  const unnamed = (folder: string) => {
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    writeFileSync(join(folder, "openapi.yaml"), text.replace(/\n {2}id: shop\n/, "\n"));
  };
  const idsIn = (folder: string) =>
    Object.keys(textsIn(folder)).flatMap((path) => /^generated\/(.+)\/errors\.json$/.exec(path)?.[1] ?? []);

  for (const [what, id, says, flags, expected] of [
    ["--id wins", "configured", true, ["--id", "asked"], "asked"],
    ["then the config's id", "configured", true, [], "configured"],
    ["then the document's", undefined, true, [], "shop"],
    ["then the name in the config", undefined, false, [], "web_shop_v1"],
  ] as const)
    test(what, async (t) => {
      const folder = shopFolder(t);
      if (!says) unnamed(folder);
      const settings = `{ emit: [json]${id === undefined ? "" : `, id: ${id}`} }`;
      writeFileSync(
        join(folder, "redocly.yaml"),
        `apis: { web-shop@v1: { root: openapi.yaml, x-openapi-errors: ${settings} } }\n`,
      );
      const { status, stderr } = await startCli(["generate", ...flags], { cwd: folder });
      assert.equal(status, 0, stderr);
      assert.deepEqual(idsIn(folder), [expected]);
    });

  test("an id that can't be one, or is another's, is a problem where it stands", async (t) => {
    const folder = shopFolder(t);
    cpSync(shopDocument, join(folder, "other.yaml"));
    const api = (name: string, id: string) =>
      `  ${name}:\n    root: ${name}.yaml\n    x-openapi-errors:\n      id: ${id}\n`;
    for (const [ids, place, fix] of [
      [["shop", "Shop"], "9:11: error: `Shop` can't be the id of an API", "use lower-case letters"],
      [["shop", "docs"], "9:11: error: `docs` can't be the id of an API", "write another one, like `docs_api`"],
      [["shop", "shop"], "9:11: error: `shop` is the id of `openapi.yaml` too", "write another `id`"],
    ] as const) {
      writeFileSync(join(folder, "redocly.yaml"), `apis:\n${api("openapi", ids[0])}${api("other", ids[1])}`);
      const { status, stdout } = await startCli(["lint"], { cwd: folder });
      assert.equal(status, 1);
      assert.ok(stdout.startsWith(`redocly.yaml:${place}`), stdout);
      assert.ok(stdout.includes(`fix: ${fix}`), stdout);
    }
    const text = readFileSync(shopDocument, "utf8").replace("  id: shop\n", "");
    for (const name of ["openapi", "other"]) writeFileSync(join(folder, `${name}.yaml`), text);
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  東京: { root: openapi.yaml }\n  大阪: { root: other.yaml }\n",
    );
    const unsaid = await startCli(["lint"], { cwd: folder });
    assert.match(
      unsaid.stdout,
      /^redocly\.yaml:3:3: error: `api` is the id of `openapi\.yaml` too: of `大阪` an id takes only Latin letters and digits/,
    );
    assert.match(unsaid.stdout, /fix: write another `id` in .*, like `api_2`\n/);
    writeFileSync(join(folder, "redocly.yaml"), `apis:\n${api("openapi", "shop")}${api("other", "other")}`);
    const several = await startCli(["lint", "--id", "one"], { cwd: folder });
    assert.equal(several.status, 1);
    assert.match(several.stdout, /^redocly\.yaml:6:3: error: `--id one` names one API, and here are 2/);
    for (const id of ["One", "docs"]) assert.equal((await startCli(["lint", "--id", id], { cwd: folder })).status, 2);
  });
});

function configured(t: Parameters<typeof shopFolder>[0]): string {
  const folder = shopFolder(t);
  writeFileSync(join(folder, "redocly.yaml"), config);
  return folder;
}
