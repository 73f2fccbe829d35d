import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { startCli, together } from "../support/cli.js";
import { filesIn, folderWith } from "./folder.js";

describe("init beside what is there", together, () => {
  test("redocly.yaml keeps its comments, its order and its line breaks", async (t) => {
    const config = [
      ...["# ours", "extends: [minimal] # for now", "apis:", "    # the old one", "    old@v1:"],
      ...["        root: old/api.yaml # not ours", "    # nothing else yet", "", "# rules", "rules:"],
      ...["    info-license: 'off' # 'quoted'", ""],
    ].join("\r\n");
    const folder = folderWith(t, { "redocly.yaml": config });
    assert.equal((await startCli(["init", "--id", "shop", "--ci", "none"], { cwd: folder })).status, 0);
    const added = [
      "    shop:",
      "        root: openapi.yaml",
      "        x-openapi-errors:",
      "            output: generated",
      "",
    ];
    assert.equal(
      filesIn(folder)["redocly.yaml"],
      config.replace("    # nothing", `${added.join("\r\n")}    # nothing`),
    );
  });

  test("an API that is named gets settings where it has none, and no first document is written", async (t) => {
    const config = (settings: string) =>
      `apis:\n  a: # first\n    root: a.yaml\n    x-openapi-errors: { output: out }\n  b:\n    root: b.yaml\n${settings}\n# end\n`;
    const folder = folderWith(t, { "redocly.yaml": config("") });
    const run = await startCli(["init", "--ci", "none"], { cwd: folder });
    assert.equal(run.status, 0);
    const expected = config("    x-openapi-errors:\n      output: generated\n");
    assert.deepEqual(filesIn(folder), { "redocly.yaml": expected });
  });

  const configs: Readonly<Record<string, string>> = {
    "no APIs": "# c\nextends: [minimal]\n",
    "an empty list": "apis: # c\nextends: [minimal]\n",
    "an empty map": "apis: {} # c\nextends: [minimal]\n",
    braces: "# c\nextends: [minimal]\napis: { old: { root: old.yaml } }\n",
    "only a comment": "# c\n",
    "no line break at its end": "# c\nextends: [minimal]",
    nothing: "",
  };
  for (const [name, config] of Object.entries(configs))
    test(`redocly.yaml with ${name} gets the API, and loses nothing`, async (t) => {
      const folder = folderWith(t, { "redocly.yaml": config });
      assert.equal((await startCli(["init", "--id", "shop", "--ci", "none"], { cwd: folder })).status, 0);
      const text = filesIn(folder)["redocly.yaml"] ?? "";
      const shop = { root: "openapi.yaml", "x-openapi-errors": { output: "generated" } };
      const before = parse(config) ?? {};
      assert.deepEqual(parse(text), { ...before, apis: { ...before.apis, shop } });
      assert.equal(text.includes("# c"), config.includes("# c"));
      assert.equal((await startCli(["lint", "shop"], { cwd: folder })).status, 0);
    });

  test("what the settings that are there say goes: where the code is, and what was asked for is left to a person", async (t) => {
    const cwd = folderWith(t, {});
    await startCli(["init", "--id", "shop", "--output", "src/errors"], { cwd });
    const before = filesIn(cwd);
    const { status, stdout } = await startCli(["init", "--from", "openapi.yaml", "--id", "store", "--output", "gen"], {
      cwd,
    });
    assert.equal(status, 0);
    assert.match(stdout, / from "\.\/src\/errors\/shop\/index\.js"/);
    assert.match(
      stdout,
      /\nTo be put into redocly\.yaml, below `x-openapi-errors` of `shop`:\n {2}id: store\n {2}output: gen\n/,
    );
    assert.deepEqual(filesIn(cwd), before);
    const same = await startCli(["init", "--from", "openapi.yaml", "--output", "src/errors"], { cwd });
    assert.doesNotMatch(same.stdout, /To be put/);
  });

  test("package.json keeps its form: tabs, line breaks, a byte order mark, scripts of the same name", async (t) => {
    const text =
      '\uFEFF{\r\n\t"name": "shop",\r\n\t"scripts": {\r\n\t\t"errors:check": "mine"\r\n\t},\r\n\t"files": ["a", "b"]\r\n}';
    const folder = folderWith(t, { "package.json": text });
    assert.equal((await startCli(["init", "--ci", "none"], { cwd: folder })).status, 0);
    assert.equal(
      filesIn(folder)["package.json"],
      text.replace('"mine"', '"mine",\r\n\t\t"errors:generate": "openapi-errors generate"'),
    );
  });

  const packages: readonly (readonly [text: string, expected: string])[] = [
    ["{}", '{\n  "scripts": {\n    "errors:generate": "G",\n    "errors:check": "C"\n  }\n}'],
    ['{ "name": "shop" }\n', '{ "name": "shop", "scripts": { "errors:generate": "G", "errors:check": "C" } }\n'],
    [
      '{\n    "scripts": {},\n    "type": "module"\n}\n',
      '{\n    "scripts": {\n        "errors:generate": "G",\n        "errors:check": "C"\n    },\n    "type": "module"\n}\n',
    ],
  ];
  for (const [text, expected] of packages)
    test(`scripts look like what stands beside them: ${JSON.stringify(text)}`, async (t) => {
      const folder = folderWith(t, { "package.json": text });
      assert.equal((await startCli(["init", "--ci", "none"], { cwd: folder })).status, 0);
      const check = "openapi-errors generate --check";
      const whole = expected.replace('"C"', JSON.stringify(check)).replace('"G"', '"openapi-errors generate"');
      assert.equal(filesIn(folder)["package.json"], whole);
    });

  test("formatters and linters that are used pass over what is generated", async (t) => {
    const folder = folderWith(t, {
      "src/a.ts": "",
      "package.json": '{ "devDependencies": { "prettier": "3" } }',
      ".prettierignore": "dist/",
      "biome.json": '{ "files": { "includes": ["**", "!dist"] } }\n',
      "eslint.config.js": "export default [];\n",
      ".git/HEAD": "",
    });
    const run = await startCli(["init", "--ci", "none"], { cwd: folder });
    assert.equal(run.status, 0);
    const files = filesIn(folder);
    assert.equal(files[".prettierignore"], "dist/\nsrc/generated/\n");
    assert.equal(files["biome.json"], '{ "files": { "includes": ["**", "!dist", "!src/generated"] } }\n');
    assert.equal(files[".gitattributes"], "src/generated/** linguist-generated=true\n");
    assert.equal(files["eslint.config.js"], "export default [];\n");
    assert.match(run.stdout, /eslint\.config\.js.+:\n {2}\{ ignores: \["src\/generated\/"\] \},\n/);
  });

  test("a monorepo has its config at its root, and the rest in the package that was named", async (t) => {
    const folder = folderWith(t, {
      "package.json": '{ "workspaces": ["packages/*"] }',
      "packages/users/package.json": '{\n  "name": "@acme/users"\n}\n',
      ".git/HEAD": "",
    });
    const run = await startCli(["init", "packages/users"], { cwd: folder });
    assert.equal(run.status, 0);
    const files = filesIn(folder);
    assert.deepEqual(Object.keys(files), [
      ".github/workflows/openapi-errors.yml",
      ...["package.json", "packages/users/.gitattributes", "packages/users/openapi.yaml"],
      ...["packages/users/package.json", "redocly.yaml"],
    ]);
    const settings = {
      root: "packages/users/openapi.yaml",
      "x-openapi-errors": { output: "packages/users/generated" },
    };
    assert.deepEqual(parse(files["redocly.yaml"] ?? "").apis, { users: settings });
    const { scripts } = JSON.parse(files["packages/users/package.json"] ?? "");
    assert.equal(scripts["errors:check"], "cd ../.. && openapi-errors generate users --check");
    assert.equal((await startCli(["generate", "users"], { cwd: folder })).status, 0);
    const again = await startCli(["init"], { cwd: `${folder}/packages/users` });
    assert.match(again.stdout, /^nothing to write/);
  });
});
