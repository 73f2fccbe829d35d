import assert from "node:assert/strict";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { shopFolder, snapshot, textsIn } from "./shop.js";

describe("redocly.yaml says what to do where no document is named", together, () => {
  test("with no document, generate and lint take the apis of redocly.yaml, each with its own output and emitters", async (t) => {
    const folder = twoApis(t, "other");
    writeFileSync(
      join(folder, "redocly.yaml"),
      `extends: [recommended]
apis:
  shop: { root: spec/shop.yaml, x-openapi-errors: { output: a, emit: [json] } }
  other@v2:
    root: spec/other.yaml
    x-openapi-errors: { output: b/c, emit: [csv, vectors] }
`,
    );
    const { status, stdout, stderr } = await startCli(["generate"], { cwd: folder });
    assert.deepEqual({ status, stdout }, { status: 0, stdout: "" }, stderr);
    const written = Object.keys(textsIn(folder)).filter((path) => !path.endsWith(".yaml"));
    assert.deepEqual(written, ["a/shop/errors.json", "b/c/other/catalog.csv", "b/c/other/vectors.json"]);

    assert.deepEqual((await startCli(["generate", "--check"], { cwd: folder })).status, 0);
    assert.deepEqual(await startCli(["lint"], { cwd: folder }), {
      status: 0,
      stdout: "",
      stderr: "2 documents, 0 problems\n",
    });
  });

  test("-o and --emit win over what redocly.yaml says", async (t) => {
    const folder = twoApis(t, "other");
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  shop: { root: spec/shop.yaml, x-openapi-errors: { output: a, emit: [types] } }\n",
    );
    assert.equal((await startCli(["generate", "-o", "b", "--emit", "json"], { cwd: folder })).status, 0);
    assert.deepEqual(Object.keys(textsIn(join(folder, "b"))), ["shop/errors.json"]);
    assert.ok(!("a" in textsIn(folder)));
  });

  test("every command takes the settings of an API: generate, lint, explain and docs; the command line wins", async (t) => {
    const folder = shopFolder(t);
    const overlay = (title: string) =>
      JSON.stringify({
        overlay: "1.0.0",
        info: { title: "Titles", version: "1" },
        actions: [{ target: "$.components.schemas.OrderNotFound", update: { title } }],
      });
    writeFileSync(join(folder, "ours.json"), overlay("Nothing of that number"));
    writeFileSync(join(folder, "other.json"), overlay("Lost order"));
    const settings = "{ emit: [json], overlay: ours.json, docsUrl: https://docs.example.com/ }";
    const config = `apis:\n  shop: { root: openapi.yaml, x-openapi-errors: ${settings} }\n`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    const page = "https://docs.example.com/shop/errors/order_not_found.html";

    await startCli(["generate"], { cwd: folder });
    const [error] = JSON.parse(textsIn(folder)["generated/shop/errors.json"] ?? "").errors;
    assert.deepEqual([error.title, error.docs], ["Nothing of that number", page]);
    const { stdout } = await startCli(["explain", "order_not_found"], { cwd: folder });
    assert.match(stdout, /^Nothing of that number\n/);
    assert.ok(stdout.includes(page), stdout);
    const flags = ["--overlay", "other.json", "--docs-url", "http://localhost:1/"];
    const asked = await startCli(["explain", "order_not_found", ...flags], { cwd: folder });
    assert.match(asked.stdout, /^Lost order\n/);
    assert.ok(asked.stdout.includes("http://localhost:1/shop/"), asked.stdout);

    writeFileSync(join(folder, "ours.json"), "{}");
    for (const command of [["generate"], ["lint"], ["explain", "order_not_found"], ["docs"]]) {
      const { status, stdout, stderr } = await startCli(command, { cwd: folder });
      assert.equal(status, 1, command[0]);
      assert.match(`${stdout}${stderr}`, /^ours\.json:1:1: error/m);
    }
  });

  test("two apis with one id are refused where the second says it, and nothing is written", async (t) => {
    const folder = twoApis(t, "shop");
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  a: { root: spec/shop.yaml }\n  b: { root: spec/other.yaml, x-openapi-errors: { output: b } }\n",
    );
    const before = snapshot(folder);
    const frame =
      "spec/other.yaml:4:7: error: `shop` is the id of `spec/shop.yaml` too (contract-id)\n  4 |   id: shop\n";
    const generate = await startCli(["generate"], { cwd: folder });
    assert.equal(generate.status, 1);
    assert.ok(generate.stderr.startsWith(frame), generate.stderr);
    const lint = await startCli(["lint"], { cwd: folder });
    assert.equal(lint.status, 1);
    assert.ok(lint.stdout.startsWith(frame), lint.stdout);
    assert.deepEqual(snapshot(folder), before);
  });

  test("no document and no redocly.yaml, or one without apis: exit 2, and what to do", async (t) => {
    const folder = temporaryFolder(t);
    for (const command of ["generate", "lint"]) {
      const none = await startCli([command], { cwd: folder });
      assert.equal(none.status, 2);
      assert.match(`${none.stdout}${none.stderr}`, /no document was named, and `redocly\.yaml` can't be read/);
    }
    const beside = await startCli(["lint"], { cwd: shopFolder(t) });
    assert.match(beside.stdout, /\n {2}fix: name a document, like `openapi\.yaml`, or list your documents/);
    const almost = shopFolder(t);
    writeFileSync(join(almost, "redocly.yml"), "apis: { shop: { root: openapi.yaml } }\n");
    const fixOf = async (cwd: string) => / {2}fix: (.+)/.exec((await startCli(["lint"], { cwd })).stdout)?.[1];
    assert.equal(await fixOf(almost), "rename `redocly.yml` to `redocly.yaml`, or name a document");
    renameSync(join(almost, "redocly.yml"), join(almost, "redocly.yaml"));
    mkdirSync(join(almost, "src/api"), { recursive: true });
    assert.equal(await fixOf(join(almost, "src/api")), "run it in `../..`, where one is, or name a document");
    writeFileSync(join(folder, "redocly.yaml"), "[openapi.yaml]\n");
    assert.match((await startCli(["lint"], { cwd: folder })).stdout, /fix: write what belongs here: `apis: /);
    writeFileSync(join(folder, "redocly.yaml"), "extends: [recommended]\n");
    const empty = await startCli(["generate"], { cwd: folder });
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /no document was named, and `redocly\.yaml` lists none under `apis`/);
    assert.match(empty.stderr, /fix: name a document, or add `apis/);
    writeFileSync(join(folder, "redocly.yaml"), "apis: [openapi.yaml]\n");
    const listed = await startCli(["generate"], { cwd: folder });
    assert.equal(listed.status, 2);
    assert.match(listed.stderr, /^redocly\.yaml:1:1: error: `apis` in `redocly\.yaml` is no map/);
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  shop: { root: openapi.yaml, x-openapi-errors: false }\n  inn: { root: inn.yaml, x-openapi-errors: false }\n",
    );
    for (const command of ["generate", "lint", "docs"]) {
      const { status, stdout, stderr } = await startCli([command], { cwd: folder });
      assert.equal(status, 2, command);
      const said = `${stdout}${stderr}`;
      assert.match(said, /^redocly\.yaml:1:1: error: no document was named, and `redocly\.yaml` leaves out all/);
      assert.match(said, /fix: name one, or remove `x-openapi-errors: false` from one, like `shop`/);
    }
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  shop: { root: openapi.yaml, x-openapi-errors: { emit: [] } }\n",
    );
    const nothing = await startCli(["generate"], { cwd: folder });
    // Nor is the document there.
    assert.equal(nothing.status, 2);
    assert.match(nothing.stderr, /^redocly\.yaml:2:51: error: `emit` in `x-openapi-errors` is empty/);
    assert.match(nothing.stderr, /fix: name one or more of `types`, `codes`, .*, `docs`\n/);
  });

  test("what is wrong in redocly.yaml is a problem with its position: no root, an unknown emitter", async (t) => {
    const folder = shopFolder(t);
    const config = "apis:\n  a: {}\n  b: { root: openapi.yaml, x-openapi-errors: { emit: [json, vector] } }\n";
    writeFileSync(join(folder, "redocly.yaml"), config);
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stderr, /^redocly\.yaml:2:3: error: the API `a` names no document/m);
    assert.match(
      stderr,
      /^redocly\.yaml:3:61: error: `emit\.1` in `x-openapi-errors` can't be `vector` .+\n.+\n.+\n {2}fix: write `vectors`$/m,
    );
  });
});

describe("what redocly.yaml says in other words than ours is told of, with what is meant", together, () => {
  for (const [settings, message, fix] of [
    ["{ outputs: a }", ":25: error: `x-openapi-errors` has no member `outputs`", "write `output`"],
    ["{ docs: a }", ":25: error: `x-openapi-errors` has no member `docs`", "write `docsUrl`"],
    ["{ foo: a }", ":25: error: `x-openapi-errors` has no member `foo`", "use one of `id`, `output`, `emit`, "],
    ["{ folder: a }", ":25: error: `x-openapi-errors` has no member `folder`", "use one of `id`, `output`, `emit`, "],
    [
      "{ emit: 'json, types' }",
      ":31: error: `emit` in `x-openapi-errors` can't be `json, types`",
      "write `[json, types]`",
    ],
    ["{ evidence: 'const,enum' }", ":35: error: `evidence` in `x-openapi-errors` can't be", "write `[const, enum]`"],
    ["{ language: 'ts,js' }", ":35: error: `language` in `x-openapi-errors` can't be", "use one of `ts`, `js`"],
    ["{ output: [a] }", ":25: error: `output` in `x-openapi-errors` is no text", "write one text"],
    ["yes", ":23: error: `x-openapi-errors` is no map", "write `key: value`, a line for each member"],
  ] as const)
    test(`x-openapi-errors: ${settings}`, async (t) => {
      const folder = shopFolder(t);
      writeFileSync(
        join(folder, "redocly.yaml"),
        `apis:\n  a:\n    root: openapi.yaml\n    x-openapi-errors: ${settings}\n`,
      );
      const before = snapshot(folder);
      for (const command of ["generate", "lint"]) {
        const { status, stdout, stderr } = await startCli([command], { cwd: folder });
        assert.equal(status, 1);
        const said = `${stdout}${stderr}`;
        assert.ok(said.startsWith(`redocly.yaml:4${message}`) && said.includes(`\n  fix: ${fix}`), said);
      }
      assert.deepEqual(snapshot(folder), before);
    });

  test("what is wrong with the settings of one API keeps nothing of the others from being told", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "other.yaml"), "openapi: 3.1.0\npaths: [\n");
    const settings = "x-openapi-errors: { ouput: src }";
    const config = `apis:\n  shop: { root: openapi.yaml, ${settings} }\n  other: { root: other.yaml }\n  gone: { root: gone.yaml }\n`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    for (const command of ["lint", "generate"]) {
      const { status, stdout, stderr } = await startCli([command], { cwd: folder });
      assert.equal(status, 2, command);
      const places = [...`${stdout}${stderr}`.matchAll(/^(\S+:\d+:\d+): error: /gm)].map(([, place]) => place);
      assert.deepEqual(places, ["redocly.yaml:2:51", "other.yaml:2:9", "redocly.yaml:4:17"], command);
    }
    const named = await startCli(["lint", "othr", "other"], { cwd: folder });
    assert.match(named.stdout, /^othr:1:1: .+\n.*fix: write `other`\n\nother\.yaml:2:9: error: /s);
  });

  test("what is wrong with the settings of an API keeps nothing of its own files from being told", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "other.yaml"), "openapi: 3.1.0\npaths: [\n");
    const config = `apis:
  shop: { root: gone.yaml, x-openapi-errors: { root: nofolder, overlay: [a.yaml, openapi.yaml, b.yaml] } }
  other: { root: other.yaml, x-openapi-errors: { emit: cods, ouput: src } }
  third: { x-openapi-errors: { overlay: c.yaml } }
  fourth: { root: other.yaml, x-openapi-errors: { overlays: d.yaml } }
`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    for (const command of ["lint", "generate"]) {
      const { status, stdout, stderr } = await startCli([command], { cwd: folder });
      assert.equal(status, 2, command);
      const places = [...`${stdout}${stderr}`.matchAll(/^(\S+:\d+:\d+): error: /gm)].map(([, place]) => place);
      const ofConfig = ["2:17", "2:54", "2:74", "2:96", "3:56", "3:62", "4:3", "4:41", "5:51"];
      assert.deepEqual(places.sort(), ["other.yaml:2:9", ...ofConfig.map((place) => `redocly.yaml:${place}`)], command);
    }
  });

  test("the name of an API where its config stands in a folder above, or has almost its name", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "redocly.yaml"), "apis: { shop: { root: openapi.yaml } }\n");
    mkdirSync(join(folder, "sub"));
    const above = await startCli(["lint", "shop"], { cwd: join(folder, "sub") });
    assert.equal(above.status, 2);
    assert.match(
      above.stdout,
      /^shop:1:1: error: .+\n {2}fix: run it in `\.\.`, where one is, or name a file that exists/,
    );
    renameSync(join(folder, "redocly.yaml"), join(folder, "redocly.yml"));
    const almost = await startCli(["generate", "shop"], { cwd: folder });
    assert.equal(almost.status, 2);
    assert.match(almost.stderr, /\n {2}fix: rename `redocly\.yml` to `redocly\.yaml`, or name a file that exists/);
  });

  test("an API that is a path, and a config that nobody can read", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "redocly.yaml"), "apis:\n  a: openapi.yaml\n");
    assert.match(
      (await startCli(["lint"], { cwd: folder })).stdout,
      /^redocly\.yaml:2:6: error: .+\n.+\n.+\n {2}fix: write `a: \{ root: openapi\.yaml \}`$/m,
    );
    // Else its settings would be lost without a word.
    writeFileSync(join(folder, "redocly.yaml"), Buffer.from("apis: { a: { root: openapi.yaml } } # \xe4\n", "latin1"));
    for (const command of ["generate", "lint"]) {
      const { status, stdout, stderr } = await startCli([command, "openapi.yaml"], { cwd: folder });
      assert.equal(status, 2);
      assert.match(stdout + stderr, /^redocly\.yaml:1:1: error: `redocly\.yaml` can't be read: it is not UTF-8 text/);
    }
  });

  test("a name that is almost ours", async (t) => {
    const folder = shopFolder(t);
    for (const name of ["x-openapi-error", "x-openapiErrors", "x-open-api-errors"]) {
      writeFileSync(join(folder, "redocly.yaml"), `apis:\n  a: { root: openapi.yaml, ${name}: { output: a } }\n`);
      const { status, stdout } = await startCli(["lint"], { cwd: folder });
      assert.equal(status, 1, name);
      assert.match(stdout, /^redocly\.yaml:2:28: error: .*\n.+\n.+\n {2}fix: write `x-openapi-errors`$/m);
    }
  });

  test("what is empty, blank, in other letters or in another place is said in one problem each, with its fix", async (t) => {
    const folder = shopFolder(t);
    const config = `x-openapi-errors: { output: src }
apis:
  a:
    root: openapi.yaml
    x-openapi-errors:
      id:
      output: "  "
      docsUrl: ""
      language: JS
      emit: [Types]
      overlay: { a: b }
      <<: 1
  b: { root: openapi.yaml, openapi-errors: {} }
  c: { root: " " }
  d: { root: openapi.yaml, output: bundled.yaml, emit: [json] }
`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    const { status, stdout } = await startCli(["lint"], { cwd: folder });
    assert.equal(status, 1);
    const said = [
      ...stdout.matchAll(/^redocly\.yaml:(\d+:\d+): error: (.+) \(document-malformed\)\n.+\n.+\n {2}fix: (.+)$/gm),
    ];
    assert.deepEqual(
      said.map(([, place, message, fix]) => `${place} ${message}: ${fix}`).sort(),
      [
        "1:1 `x-openapi-errors` is not read here: each API has settings of its own: write `x-openapi-errors` below the API, beside its `root`",
        "6:7 `id` in `x-openapi-errors` is empty: fill it in, or remove it",
        "7:15 `output` in `x-openapi-errors` is empty: fill it in, or remove it",
        "8:16 `docsUrl` in `x-openapi-errors` is empty: fill it in, or remove it",
        "9:17 `language` in `x-openapi-errors` can't be `JS`: write `js`",
        "10:14 `emit.0` in `x-openapi-errors` can't be `Types`: write `types`",
        "11:7 `overlay` in `x-openapi-errors` is no text: write one text",
        "12:7 `x-openapi-errors` has no member `<<`: use one of `id`, `output`, `emit`, `language`, `importExtension`, `docsUrl`, `history`, `overlay`, `evidence`, `extensions`, `root`",
        "13:28 `openapi-errors` is not read: the settings have another name: write `x-openapi-errors`",
        "15:50 `emit` is not read here: it is one of the settings below `x-openapi-errors`: write it below `x-openapi-errors`, beside `root`",
        "14:14 the API `c` names no document: add `root: path/to/openapi.yaml`",
      ].sort(),
    );
  });

  test("a path may be absolute, a config may hold nothing but its marks, and a URL is no file", async (t) => {
    const folder = shopFolder(t);
    const at = (name: string) => JSON.stringify(join(folder, name));
    const settings = `{ emit: json, output: ${at("out")}, root: ${at(".")} }`;
    const config = `apis:\n  a: { root: ${at("openapi.yaml")}, x-openapi-errors: ${settings} }\n`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    assert.ok("out/shop/errors.json" in textsIn(folder));

    writeFileSync(join(folder, "redocly.yaml"), "---\n# later\n...\n");
    assert.equal((await startCli(["lint", "openapi.yaml"], { cwd: folder })).status, 0);

    const file = await startCli(["lint", `file://${join(folder, "openapi.yaml")}`], { cwd: folder });
    assert.equal(file.status, 2);
    assert.ok(file.stdout.includes(`fix: name \`${join(folder, "openapi.yaml")}\`\n`), file.stdout);

    const url = "https://api.example.com/openapi.yaml";
    writeFileSync(join(folder, "redocly.yaml"), `apis:\n  a: { root: "${url}" }\n`);
    for (const command of [["lint"], ["lint", url]]) {
      const { status, stdout } = await startCli(command, { cwd: folder });
      assert.equal(status, 2);
      assert.match(
        stdout,
        /it is a URL, and only files are read \(file-unreadable\)\n(?: +\d* \|.*\n)* {2}fix: download it, and name the file\n/,
      );
    }
  });

  test("`false` leaves an API out", async (t) => {
    const folder = shopFolder(t);
    const config = "apis:\n  a: { root: openapi.yaml }\n  b: { root: none.yaml, x-openapi-errors: false }\n";
    writeFileSync(join(folder, "redocly.yaml"), config);
    assert.deepEqual(await startCli(["lint"], { cwd: folder }), {
      status: 0,
      stdout: "",
      stderr: "1 document, 0 problems\n",
    });
  });
});

/** spec/shop.yaml, and spec/other.yaml with another id. */
function twoApis(t: Parameters<typeof shopFolder>[0], id: string): string {
  const folder = shopFolder(t);
  mkdirSync(join(folder, "spec"));
  const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
  renameSync(join(folder, "openapi.yaml"), join(folder, "spec/shop.yaml"));
  writeFileSync(join(folder, "spec/other.yaml"), text.replace("id: shop", `id: ${id}`));
  return folder;
}
