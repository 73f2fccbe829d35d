import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { shopDocument } from "../cli/shop.js";
import { blocksIn, fileOf } from "../manual/pages.js";
import { heavyCopies, type Installed, installPackage, packPackage, temporary, weighed } from "./installed.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const tool = (name: string) => join(project, "node_modules", name);
const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
// `npm test` builds first. Alone, there is nothing to pack.
const skip =
  process.env.OPENAPI_ERRORS_CLI === undefined && "run `npm run build`, and with --env-file=test/support/built.env";

describe("the package, installed in an empty project", { skip }, () => {
  const packed = temporary();
  let tarball: string;
  let installed: Installed;
  before(() => {
    tarball = packPackage(packed);
    installed = installPackage(tarball);
    copyFileSync(shopDocument, join(installed.folder, "openapi.yaml"));
  });
  after(() => {
    installed.remove();
    rmSync(packed, { recursive: true });
  });

  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: installed.folder,
      encoding: "utf8",
    });
    return { status, stdout, said: `${stdout}${stderr}` };
  };
  const cli = (...args: string[]) => run("node_modules/openapi-errors/dist/cli.js", ...args);

  test("publint finds nothing to mend", () => {
    const { status, said } = run(
      tool("publint/src/cli.js"),
      "run",
      "node_modules/openapi-errors",
      "--strict",
      "--pack",
      "false",
    );
    assert.deepEqual([status, /All good!/.test(said)], [0, true], said);
  });

  test("attw finds types in every way to resolve them", () => {
    const { status, said } = run(tool("@arethetypeswrong/cli/dist/index.js"), tarball, "--format", "ascii");
    assert.equal(status, 0, said);
  });

  test("its declarations need neither the types of Node nor those of a browser", () => {
    writeFileSync(join(installed.folder, "bare.ts"), 'export { generate, mock } from "openapi-errors";\n');
    const options = [
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--lib",
      "es2022",
      "--strict",
      "--skipLibCheck",
      "false",
    ];
    const { said } = run(tool("typescript/bin/tsc"), ...options, "--noEmit", "--typeRoots", "none", "bare.ts");
    assert.equal(said, "");
  });

  test("a strict TypeScript program uses all of it, and hears nothing but what it prints", () => {
    copyFileSync(new URL("fixtures/consumer.ts", import.meta.url), join(installed.folder, "consumer.ts"));
    const options = [
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--skipLibCheck",
      "false",
    ];
    const types = ["--types", "node", "--typeRoots", tool("@types"), "--outDir", "out"];
    const compiled = run(tool("typescript/bin/tsc"), ...options, ...types, "consumer.ts");
    assert.equal(compiled.said, "");
    const { status, stdout, said } = run("out/consumer.js");
    assert.equal(status, 0, said);
    assert.equal(said, stdout);
    assert.deepEqual(JSON.parse(stdout), {
      problems: 0,
      code: "order_not_found",
      listed: true,
      files: ["types", "codes", "errors", "contract", "index", "server"]
        .map((name) => `generated/shop/${name}.ts`)
        .concat(["errors.json", "vectors.json", "errors.md", "catalog.csv"].map((name) => `generated/shop/${name}`)),
      changes: 0,
      answers: 1,
      overlay: true,
      explained: [["shop", "Order not found"]],
      page: true,
      broken: [["document-malformed", "broken.yaml", 1]],
      details: 3,
      plugin: "openapi-errors",
    });
  });

  test("a CommonJS program uses it too, with types, and Node warns of nothing", () => {
    copyFileSync(new URL("fixtures/consumer.cts", import.meta.url), join(installed.folder, "consumer.cts"));
    const options = ["--module", "node16", "--target", "es2022", "--strict", "--skipLibCheck", "false"];
    const types = ["--types", "node", "--typeRoots", tool("@types"), "--outDir", "out"];
    assert.equal(run(tool("typescript/bin/tsc"), ...options, ...types, "consumer.cts").said, "");
    const { status, said } = run("out/consumer.cjs");
    assert.equal(status, 0, said);
    assert.deepEqual(JSON.parse(said), ["document-malformed", 1, true, 401, "openapi-errors"]);
  });

  test("the programs of docs/api.md do what it says", () => {
    const blocks = blocksIn("docs/api.md");
    const programs = blocks.filter(({ language }) => language === "js");
    assert.equal(programs.length, 4);
    const folder = join(installed.folder, "manual");
    mkdirSync(folder);
    writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
    for (const program of programs) {
      const next = blocks[blocks.indexOf(program) + 1];
      writeFileSync(join(folder, "program.mjs"), program.text);
      const ran = spawnSync(process.execPath, ["program.mjs"], { cwd: folder, encoding: "utf8" });
      assert.deepEqual(
        [ran.status, `${ran.stdout}${ran.stderr}`],
        [0, next?.language === "text" ? next.text : ""],
        program.text,
      );
    }
  });

  test("a program that is no file makes docs as well, whatever Node was told for its sake", () => {
    const program = `import { generate } from "openapi-errors";
      const { files, problems } = await generate("openapi.yaml", { emit: ["docs"] });
      console.log(problems.length, files.some(({ path }) => path.endsWith("docs/shop/index.html")));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: installed.folder,
      encoding: "utf8",
    });
    assert.equal(stdout, "0 true\n", stderr);
  });

  test("importing one API brings it and its runtime, and nothing else", () => {
    writeFileSync(
      join(installed.folder, "loaded.mjs"),
      `import { register } from "node:module";
      register("data:text/javascript," + encodeURIComponent(\`import fs from "node:fs";
        export const load = (url, context, next) => (fs.appendFileSync("loaded.txt", url + "\\\\n"), next(url, context));\`));
      await import("openapi-errors/apis/inbox");`,
    );
    assert.equal(run("loaded.mjs").said, "");
    const loaded = readFileSync(join(installed.folder, "loaded.txt"), "utf8").trim().split("\n");
    assert.ok(loaded.some((url) => url.endsWith("/dist/apis/inbox/index.js")));
    assert.deepEqual(
      loaded.filter((url) => !/\/dist\/apis\/(?:inbox|runtime)\/[\w-]+\.js$/.test(url)),
      [],
    );
  });

  test("there is an entry for every API of this repository", () => {
    const apis = [...readFileSync(join(project, "redocly.yaml"), "utf8").matchAll(/^ {4}root: spec\/(\w+)\.yaml$/gm)];
    const entries = Object.keys(manifest.exports).filter((name) => name.startsWith("./apis/"));
    assert.deepEqual(entries.sort(), apis.map(([, id]) => `./apis/${id}`).sort());
  });

  test("the command line makes code, Python and docs", () => {
    const version = cli("--version");
    assert.deepEqual([version.status, version.stdout.trim()], [0, manifest.version]);
    const { status, said } = cli("generate", "openapi.yaml", "--emit", "types,errors,python,docs");
    assert.equal(status, 0, said);
    for (const file of ["shop/types.ts", "shop/errors.py", "docs/shop/errors/order_not_found.html", "docs/index.html"])
      assert.ok(existsSync(join(installed.folder, "generated", file)), file);
  });

  test("it brings the licences of what is bundled into it, and of what was bundled into that", () => {
    const licences = readFileSync(join(installed.folder, "node_modules/openapi-errors/dist/LICENSES.txt"), "utf8");
    for (const name of [
      "@modelcontextprotocol/server",
      "openapi-typescript",
      "react-dom",
      "redoc",
      "typescript",
      "zod",
    ])
      assert.match(licences, new RegExp(`^${name} [\\d.]+$`, "m"));
    for (const notice of ["DOMPurify", "FlexSearch.js", "json-crawl"]) assert.ok(licences.includes(notice), notice);
  });

  test("redocly lint takes the plugin", () => {
    const folder = join(installed.folder, "linted");
    mkdirSync(folder);
    copyFileSync(shopDocument, join(folder, "openapi.yaml"));
    writeFileSync(
      join(folder, "redocly.yaml"),
      "telemetry: off\nplugins: [openapi-errors/redocly]\nrules: { struct: error }\n",
    );
    const args = [join(installed.folder, "node_modules/@redocly/cli/bin/cli.js"), "lint", "openapi.yaml"];
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  test("every file that README links to is in it", () => {
    const root = join(installed.folder, "node_modules/openapi-errors");
    const links = [...readFileSync(join(root, "README.md"), "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
    assert.deepEqual(
      links.map(([, path]) => path!).filter((path) => !existsSync(join(root, path))),
      [],
    );
    const entries = [...JSON.stringify(manifest.exports).matchAll(/"(\.\/[^"*]+\.(?:js|ts|json))"/g)];
    assert.deepEqual(
      entries
        .map(([, path]) => path!)
        .filter((path) => path.includes("/dist/") || path.startsWith("./schema"))
        .filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  test("nothing that weighs more than 1 MB is there twice, and all of it weighs at most 70 MB", () => {
    const packages = weighed(installed);
    const megabytes = packages.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
    assert.ok(megabytes > 30 && megabytes <= 70, `${megabytes} MB`);
    assert.deepEqual(heavyCopies(packages), []);
  });
});
