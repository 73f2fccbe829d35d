import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { build } from "esbuild";
import { startCli, together } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";
import { shopDocument, shopFolder, textsIn } from "./shop.js";

describe("files name each other as the nearest tsconfig.json needs", together, () => {
  const nothing = "";
  const bare = (why: string) => `imports have no extension, as ${why} needs; \`importExtension\` says otherwise\n`;
  for (const [what, options, ending, said] of [
    ["bundler", { moduleResolution: "bundler" }, "", bare("tsconfig.json (moduleResolution bundler)")],
    [
      "a module of its own year",
      { module: "es2022", moduleResolution: "bundler" },
      "",
      bare("tsconfig.json (moduleResolution bundler)"),
    ],
    ["the module of bundlers", { module: "Preserve" }, "", bare("tsconfig.json (moduleResolution bundler)")],
    ["CommonJS", { module: "commonjs" }, "", bare("tsconfig.json (moduleResolution node10)")],
    ["Node", { module: "NodeNext" }, ".js", nothing],
    ["a Node of its own version", { module: "node20" }, ".js", nothing],
    [
      "type stripping",
      { module: "nodenext", rewriteRelativeImportExtensions: true },
      ".ts",
      "imports end in `.ts`, as tsconfig.json (moduleResolution nodenext) needs; `importExtension` says otherwise\n",
    ],
  ] as const)
    test(what, async (t) => {
      const folder = shopFolder(t);
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
      const args = ["generate", "openapi.yaml", "--emit", "codes", "-o", "src/errors"];
      const { status, stderr } = await startCli(args, { cwd: folder });
      assert.equal(status, 0, stderr);
      assert.match(
        textsIn(folder)["src/errors/shop/codes.ts"] ?? "",
        new RegExp(`"\\.\\./runtime/info\\${ending || '"'}`),
      );
      assert.equal(stderr.includes("importExtension"), said !== nothing, stderr);
      assert.ok(stderr.startsWith(said), stderr);
    });

  test("of one that only refers to others the first counts; what extends is followed; what is said wins", async (t) => {
    const folder = shopFolder(t);
    const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
    json("tsconfig.json", { files: [], references: [{ path: "./tsconfig.app.json" }] });
    json("tsconfig.app.json", { extends: "./base.json" });
    json("base.json", { compilerOptions: { moduleResolution: "Bundler" } });
    const generate = async (...flags: string[]) => {
      const { stderr } = await startCli(["generate", "openapi.yaml", "--emit", "codes", ...flags], { cwd: folder });
      return { stderr, text: textsIn(folder)["generated/shop/codes.ts"] ?? "" };
    };
    const found = await generate();
    assert.match(found.stderr, /as tsconfig\.app\.json \(moduleResolution bundler\) needs/);
    assert.match(found.text, /from "\.\.\/runtime\/info"/);
    const asked = await generate("--import-extension", "js");
    assert.ok(!asked.stderr.includes("needs"), asked.stderr);
    assert.match(asked.text, /from "\.\.\/runtime\/info\.js"/);
    json("tsconfig.json", { extends: "./none.json" });
    assert.match((await generate()).text, /from "\.\.\/runtime\/info\.js"/);
    // What can't be found takes nothing from the rest, here and in what is extended.
    json("tsconfig.json", { extends: ["@tsconfig/none", "./base.json"] });
    assert.match((await generate()).text, /from "\.\.\/runtime\/info"/);
    json("base.json", { extends: "./none.json", compilerOptions: { module: "es2022" } });
    assert.match((await generate()).text, /from "\.\.\/runtime\/info"/);
    json("tsconfig.json", { extends: "./none.json", compilerOptions: { module: "nodenext" } });
    assert.match((await generate()).text, /from "\.\.\/runtime\/info\.js"/);
  });

  test("of several that are referred to, through others too, the one counts whose files are generated", async (t) => {
    const folder = shopFolder(t);
    const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value));
    mkdirSync(join(folder, "app"));
    json("tsconfig.json", { files: [], references: [{ path: "./tsconfig.node.json" }, { path: "./app" }] });
    json("tsconfig.node.json", { compilerOptions: { module: "nodenext" }, include: ["vite.config.ts"] });
    json("app/tsconfig.json", { files: [], references: [{ path: ".." }, { path: "./tsconfig.lib.json" }] });
    json("app/tsconfig.lib.json", { compilerOptions: { moduleResolution: "bundler" }, include: ["../src"] });
    for (const [output, needed] of [
      ["src/errors", "app/tsconfig.lib.json (moduleResolution bundler)"],
      ["elsewhere", "tsconfig.node.json (moduleResolution nodenext)"],
    ] as const) {
      const args = ["generate", "openapi.yaml", "--emit", "codes", "-o", output];
      const { status, stderr } = await startCli(args, { cwd: folder });
      assert.equal(status, 0, stderr);
      const isPlain = textsIn(folder)[`${output}/shop/codes.ts`]?.includes('"../runtime/info"');
      assert.equal(isPlain, needed.includes("bundler"), needed);
      assert.equal(stderr.includes(needed), needed.includes("bundler"), stderr);
    }
  });

  test("two APIs of one folder can't have it two ways: they share their runtime", async (t) => {
    const folder = shopFolder(t);
    const text = readFileSync(shopDocument, "utf8");
    writeFileSync(join(folder, "other.yaml"), text.replace("id: shop", "id: other"));
    const api = (root: string, more: string) => `{ root: ${root}, x-openapi-errors: { emit: [json], ${more} } }`;
    const config = `apis:\n  a: ${api("openapi.yaml", "language: js")}\n  b: ${api("other.yaml", "language: ts")}\n`;
    writeFileSync(join(folder, "redocly.yaml"), config);
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(stderr, /^redocly\.yaml:3:70: error: `language` is `ts`, and `js` for another API in the same folder/);
    assert.equal((await startCli(["generate", "--language", "js"], { cwd: folder })).status, 0);
    const alone = await startCli(["generate", "b"], { cwd: folder });
    assert.match(alone.stderr, /^redocly\.yaml:3:70: error: `language` is `ts`, and `js` for another API/);
  });

  test("JavaScript is taken by import and by require in a package that `npm init` made, and a package.json of yours stays", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }');
    const args = ["generate", "openapi.yaml", "--emit", "errors", "--language", "js"];
    assert.equal((await startCli(args, { cwd: folder })).status, 0);
    const used = "console.log(parseError({ status: 418 }).code);";
    const programs = {
      "program.mjs": `import { parseError } from "./generated/shop/errors.js"; ${used}`,
      "program.cjs": `const { parseError } = require("./generated/shop/errors.js"); ${used}`,
    };
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(folder, name), text);
      assert.equal(runProgram(join(folder, name)), "http_418\n");
    }
    const own = '{ "type": "module", "private": true }';
    writeFileSync(join(folder, "generated/package.json"), own);
    for (const language of ["js", "ts"]) {
      assert.equal((await startCli([...args.slice(0, -1), language], { cwd: folder })).status, 0);
      assert.equal(textsIn(folder)["generated/package.json"], own);
    }
  });

  test("a bundler leaves nothing of JavaScript that a program does not use", async (t) => {
    const folder = shopFolder(t);
    const args = ["generate", "openapi.yaml", "--emit", "errors,server", "--language", "js"];
    assert.equal((await startCli(args, { cwd: folder })).status, 0);
    writeFileSync(
      join(folder, "program.js"),
      'import { ErrorCode } from "./generated/shop/index.js"; console.log("empty");',
    );
    const bundled = await build({
      entryPoints: [join(folder, "program.js")],
      bundle: true,
      minify: true,
      write: false,
    });
    assert.equal(bundled.outputFiles[0]?.text, '(()=>{console.log("empty");})();\n');
  });

  test("an API that is named alone is written as the others of its folder say", async (t) => {
    const folder = shopFolder(t);
    writeFileSync(join(folder, "other.yaml"), readFileSync(shopDocument, "utf8").replace("id: shop", "id: other"));
    const api = (root: string, more = "") => `{ root: ${root}, x-openapi-errors: { emit: [codes]${more} } }`;
    for (const more of [", language: js", ", importExtension: none"]) {
      const config = `apis:\n  a: ${api("openapi.yaml", more)}\n  b: ${api("other.yaml")}\n`;
      writeFileSync(join(folder, "redocly.yaml"), config);
      assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
      const { status, stderr } = await startCli(["generate", "b", "--check"], { cwd: folder });
      assert.equal(status, 0, stderr);
    }
  });
});

describe("JavaScript with declarations instead of TypeScript", together, () => {
  test("runs as it is, and its types are those of the TypeScript", async (t) => {
    const folder = shopFolder(t);
    const settings = "{ language: js, emit: [codes, errors, server, json] }";
    writeFileSync(
      join(folder, "redocly.yaml"),
      `apis: { shop: { root: openapi.yaml, x-openapi-errors: ${settings} } }\n`,
    );
    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    const files = Object.keys(textsIn(join(folder, "generated")));
    assert.deepEqual(
      files.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts")),
      [],
    );
    for (const path of files.filter((name) => name.endsWith(".js")))
      assert.ok(files.includes(path.replace(/\.js$/, ".d.ts")), path);
    for (const [path, text] of Object.entries(textsIn(join(folder, "generated"))))
      if (/\.(?:js|ts)$/.test(path)) assert.match(text, /^\/\/ (?:Generated|Copied) by openapi-errors/, path);

    writeFileSync(
      join(folder, "program.ts"),
      `import { ErrorCode, errors, isError, match, parseError } from "./generated/shop/index.js";
declare const console: { log(text: string): void };
const error = parseError({ status: 404, body: { code: "order_not_found", message: "No" } }, { operation: "getOrder" });
// @ts-expect-error a handler is missing
match(error, {}, () => "");
if (!isError(error, ErrorCode.OrderNotFound)) throw error;
const code: "order_not_found" = error.code;
console.log([code, error.status, errors.orderNotFound({ message: "No" }).status].join());
`,
    );
    assert.equal(compileStrictly(folder), "");
    mkdirSync(join(folder, "out"), { recursive: true });
    cpSync(join(folder, "generated"), join(folder, "out", "generated"), { recursive: true });
    assert.equal(runProgram(join(folder, "out", "program.js")), "order_not_found,404,404\n");

    const check = await startCli(["generate", "--check"], { cwd: folder });
    assert.match(check.stderr, /all up to date/);
  });

  test("what was written in the other language goes", async (t) => {
    const folder = shopFolder(t);
    const generate = (language: string) =>
      startCli(["generate", "openapi.yaml", "--emit", "codes", "--language", language], { cwd: folder });
    await generate("ts");
    const { stderr } = await generate("js");
    assert.match(stderr, /10 files, 7 written, 3 removed/);
    const written = Object.keys(textsIn(join(folder, "generated")));
    const parts = ["runtime/category", "runtime/info", "shop/codes"];
    const due = parts.flatMap((part) => [`${part}.d.ts`, `${part}.js`]);
    assert.deepEqual(written, ["package.json", ...due]);
  });
});

test("an option that would take the runtime of the other APIs of a folder is refused, and nothing is written", async (t) => {
  const folder = shopFolder(t);
  const shop = readFileSync(join(folder, "openapi.yaml"), "utf8");
  writeFileSync(join(folder, "other.yaml"), shop.replace("id: shop", "id: other"));
  writeFileSync(join(folder, "redocly.yaml"), "apis:\n  shop: { root: openapi.yaml }\n  other: { root: other.yaml }\n");
  assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
  const before = textsIn(join(folder, "generated"));
  const { status, stderr } = await startCli(["generate", "shop", "--language", "js"], { cwd: folder });
  assert.equal(status, 1);
  assert.match(stderr, /^redocly\.yaml:3:3: error: `language` is `js`, and `ts` for another API in the same folder/);
  assert.deepEqual(textsIn(join(folder, "generated")), before);
  for (const args of [
    ["shop", "--language", "ts"],
    ["--language", "js"],
    ["shop", "--language", "js", "-o", "own"],
  ])
    assert.equal((await startCli(["generate", ...args], { cwd: folder })).status, 0, args.join(" "));
});
