import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { startCli, together } from "../support/cli.js";
import { filesIn, folderWith } from "./folder.js";

const compilers = ["typescript", "typescript-native"].map((name) =>
  fileURLToPath(new URL(`../../node_modules/${name}/bin/tsc`, import.meta.url)),
);
const redocly = fileURLToPath(new URL("../../node_modules/.bin/redocly", import.meta.url));

describe("init in a folder where nothing is yet", together, () => {
  test("what it writes passes lint and redocly lint, generates, and stays up to date", async (t) => {
    const folder = folderWith(t, {});
    const run = await startCli(["init", "--yes", "--python"], { cwd: folder });
    assert.deepEqual({ status: run.status, stderr: run.stderr }, { status: 0, stderr: "" });
    assert.deepEqual(Object.keys(filesIn(folder)), [
      ".github/workflows/openapi-errors.yml",
      "openapi.yaml",
      "redocly.yaml",
    ]);
    assert.match(run.stdout, / {2}new {5}openapi\.yaml\n[\s\S]*Next:\n {2}npx --yes openapi-errors@\S+ generate\n/);
    assert.match(run.stdout, /import \{ errorFrom \} from "\.\/generated\/shop\/index\.js";/);
    assert.match(run.stdout, /from generated\.shop\.errors import parse_error/);

    const lint = await startCli(["lint"], { cwd: folder });
    assert.deepEqual(lint, { status: 0, stdout: "", stderr: "1 document, 0 problems\n" });
    execFileSync(redocly, ["lint", "--max-problems=0"], { cwd: folder, stdio: "pipe" });

    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    assert.equal((await startCli(["generate", "--check"], { cwd: folder })).status, 0);
    const python =
      "from generated.shop.errors import parse_error; print(parse_error(429, {'Retry-After': '30'}, None).status)";
    assert.equal(execFileSync("python3", ["-c", python], { cwd: folder, encoding: "utf8" }), "429\n");
  });

  test("its first document has a limit with details, fields and a delay, each as an error of its own", async (t) => {
    const folder = folderWith(t, {});
    await startCli(["init", "--yes", "--ci", "none"], { cwd: folder });
    await startCli(["generate", "--emit", "vectors"], { cwd: folder });
    const vectors: readonly { readonly expect: Record<string, unknown> }[] = JSON.parse(
      readFileSync(join(folder, "generated/shop/vectors.json"), "utf8"),
    );
    const of = (code: string) => vectors.find(({ expect }) => expect.code === code)?.expect;
    assert.equal(of("project_not_found")?.category, "not_found");
    assert.deepEqual(of("invalid_project")?.fields, [{ path: ["name"], message: "must not be empty" }]);
    assert.deepEqual(of("project_limit_reached")?.details, { plan: "starter", limit: 3, used: 3 });
    assert.equal(of("rate_limited")?.retryAfter, 30);
  });

  test("without a terminal it is as with --yes; --dry-run prints it all and writes nothing", async (t) => {
    const folder = folderWith(t, {});
    const dry = await startCli(["init", "--dry-run"], { cwd: folder });
    assert.deepEqual(filesIn(folder), {});
    const run = await startCli(["init"], { cwd: folder });
    assert.equal(run.status, 0);
    for (const text of Object.values(filesIn(folder))) assert.ok(dry.stdout.includes(text));
  });

  test("after `npm install` in an empty folder, tsc has a tsconfig.json for what begins as is printed", async (t) => {
    const folder = folderWith(t, { "package.json": "{}" });
    const { status, stdout } = await startCli(["init", "--yes"], { cwd: folder });
    assert.equal(status, 0);
    assert.equal((await startCli(["generate"], { cwd: folder })).status, 0);
    const printed = /import .* from "[^"]*";/.exec(stdout)?.[0] ?? "";
    writeFileSync(join(folder, "client.ts"), `${printed}\nexport const mistaken: number = errorFrom;\n`);
    for (const tsc of compilers) {
      const told = spawnSync(process.execPath, [tsc], { cwd: folder, encoding: "utf8" }).stdout;
      const places = told.split("\n").filter((line) => /^\S/.test(line));
      assert.equal(places.length, 1, told);
      assert.match(told, /^client\.ts\(2,14\): error TS2322: /);
    }
    const service = folderWith(t, { "package.json": "{}", "index.js": "" });
    await startCli(["init", "--yes"], { cwd: service });
    assert.ok(!("tsconfig.json" in filesIn(service)), "a service in JavaScript stays one");
  });

  test("a second run changes nothing, whatever the document says by then", async (t) => {
    const folder = folderWith(t, { "package.json": "{}", ".prettierrc": "", ".git/HEAD": "" });
    await startCli(["init"], { cwd: folder });
    const before = filesIn(folder);
    const run = await startCli(["init"], { cwd: folder });
    assert.equal(run.status, 0);
    assert.match(run.stdout, /^nothing to write: all of it is there\n(?: {2}kept {4}\S+\n){6}\n/);
    assert.deepEqual(filesIn(folder), before);
  });

  test("a folder that is not there yet is made", async (t) => {
    const folder = folderWith(t, {});
    assert.equal((await startCli(["init", "a/b", "--id", "billing"], { cwd: folder })).status, 0);
    const config = parse(readFileSync(join(folder, "a/b/redocly.yaml"), "utf8"));
    assert.deepEqual(config.apis, { billing: { root: "openapi.yaml", "x-openapi-errors": { output: "generated" } } });
  });

  const names: readonly (readonly [folder: string, files: Record<string, string>, id: string])[] = [
    ["1st-shop", {}, "api_1st_shop"],
    ["class", {}, "class_api"],
    ["Ünïcode", {}, "unicode"],
    ["日本", {}, "api"],
    ["x", { "package.json": '{ "name": "@acme/Shop.API" }' }, "shop_api"],
    ["x", { "package.json": '{ "name": 7 }' }, "x"],
  ];
  for (const [name, files, id] of names)
    test(`what is no id becomes one: ${name} ${Object.values(files).join("")}`, async (t) => {
      const folder = folderWith(t, files, name);
      assert.equal((await startCli(["init", "--ci", "none"], { cwd: folder })).status, 0);
      const { apis } = parse(readFileSync(join(folder, "redocly.yaml"), "utf8"));
      assert.deepEqual(Object.keys(apis), [id]);
      assert.equal((await startCli(["lint"], { cwd: folder })).status, 0);
    });
});
