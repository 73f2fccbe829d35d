import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { shopFolder, snapshot } from "./shop.js";

const wrong: readonly (readonly [args: string[], message: RegExp])[] = [
  [["generate", "openapi.yaml", "--ouput", "x"], /unknown option '--ouput'.*\n?.*--output/],
  [["generate", "openapi.yaml", "--out", "x"], /unknown option '--out'\n\(Did you mean --output\?\)\n\(see/],
  [
    ["explain", "taken", "--do", "openapi.yaml"],
    /unknown option '--do'\n\(Did you mean one of --document, --docs-url\?\)/,
  ],
  [["gen", "openapi.yaml"], /unknown command 'gen'\n\(Did you mean generate\?\)/],
  [["generate", "openapi.yaml", "--emit", "types", "codes"], /'codes' is no document: write '--emit types,codes'/],
  [["lint", "openapi.yaml", "--evidence", "const", "enum"], /'enum' is no document: write '--evidence const,enum'/],
  [["generat", "openapi.yaml"], /unknown command 'generat'.*\n?.*generate/],
  [["generate", "openapi.yaml", "--emit", "json,typos"], /There is no `typos`: use some of types, codes,/],
  [["generate", "openapi.yaml", "--emit", ""], /There is no ``/],
  [["generate", "openapi.yaml", "--format", "xml"], /'xml' is invalid.*text, json, github/],
  [["generate", "openapi.yaml", "--import-extension", "mjs"], /'mjs' is invalid.*js, ts, none/],
  [["generate", "openapi.yaml", "-o"], /argument missing/],
  [["lint", "openapi.yaml", "--check"], /unknown option '--check'/],
  [["generate", "openapi.yaml", "--root", "nowhere"], /'nowhere' is invalid. There is no such folder: name a folder/],
  [["lint", "openapi.yaml", "--root", "openapi.yaml"], /'openapi.yaml' is invalid. It is no folder: name a folder/],
  [["generate", "openapi.yaml", "-o", ""], /option '-o, --output <folder>' argument is empty/],
  [["lint", "openapi.yaml", "--overlay", ""], /option '--overlay <file>' argument is empty/],
  [["lint", "openapi.yaml", ""], /argument 'documents' is empty/],
  [
    ["generate", "-"],
    /`-` can't be read: standard input is not read here.*\n {2}fix: save it in a file, and name that/,
  ],
  [["help", "generat"], /unknown command 'generat'.*\n?.*generate/],
  [["generat", "--help"], /unknown command 'generat'.*\n?.*generate/],
  [
    ["openapi.yaml", "--check"],
    /`openapi\.yaml` is a file, and no command\n {2}openapi-errors generate openapi\.yaml\n/,
  ],
  [["toString", "-h"], /unknown command 'toString'/],
  [[], /Usage: openapi-errors/],
];

describe("the command line explains itself", together, () => {
  for (const [args, message] of wrong)
    test(`wrong usage exits 2, says why, and writes nothing: openapi-errors ${args.join(" ")}`, async (t) => {
      const folder = shopFolder(t);
      const before = snapshot(folder);
      const { status, stdout, stderr } = await startCli(args, { cwd: folder });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
      assert.match(stderr, message);
      assert.deepEqual(snapshot(folder), before);
    });

  test("the version is that of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    const asked = await startCli(["--version"]);
    assert.deepEqual(asked, { status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("the help of each command ends with an example, which begins as one types it", async () => {
    const { stdout } = await startCli(["--help"]);
    const [, list = ""] = stdout.split("Commands:\n");
    const names = [...list.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name!).filter((name) => name !== "help");
    assert.ok(names.length >= 5);
    for (const name of names) {
      const [asked, same] = await Promise.all([startCli([name, "--help"]), startCli(["help", name])]);
      assert.deepEqual(asked, same);
      assert.equal(asked.status, 0);
      assert.match(asked.stdout, new RegExp(`\n\nExamples?:\n(?:  .*openapi-errors ${name}\\b.*\n      .*\n)+$`), name);
    }
  });

  test("help that was asked for goes to standard output and exits 0", async () => {
    const [help, generate] = await Promise.all([startCli(["--help"]), startCli(["generate", "--help"])]);
    for (const { status, stdout, stderr } of [help, generate]) {
      assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
      assert.match(stdout, /^Usage: openapi-errors/);
    }
    for (const command of ["generate", "lint"]) assert.match(help.stdout, new RegExp(`^ {2}${command} `, "m"));
    for (const option of ["-o, --output", "--check", "--emit", "--root", "--import-extension", "--format"])
      assert.ok(generate.stdout.includes(option), option);
  });
});
