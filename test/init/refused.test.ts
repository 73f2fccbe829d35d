import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { type Files, filesIn, folderWith } from "./folder.js";

interface Refused {
  readonly files?: Files;
  readonly make?: (folder: string) => void;
  readonly args?: readonly string[];
  readonly says: RegExp;
  readonly status?: number;
}

const link = (target: string, path: string) => (folder: string) => symlinkSync(target, join(folder, path));

const cases: Readonly<Record<string, Refused>> = {
  "a folder that is a file": { files: { f: "" }, args: ["f"], says: /^f:1:1: .+`f` is a file \(file-unwritable\)/ },
  "a folder in a file": { files: { f: "" }, args: ["f/g"], says: /`f` is a file \(file-unwritable\)/ },
  "a folder that can't be made": { args: ["/proc/self/none"], says: /\(file-unwritable\)\n {2}fix: / },
  "a package.json with a comma too many": {
    files: { "package.json": '{\n  "name": "shop",\n}' },
    says: /^package\.json:2:17: .+\(document-malformed\)/,
  },
  "a package.json that ends too early": {
    files: { "package.json": '{\n  "name": "shop"\n' },
    says: /^package\.json:\d:\d: .+\(document-malformed\)/,
  },
  "a package.json that is a list": {
    files: { "package.json": "[]" },
    says: /^package\.json:1:1: .+\(document-malformed\)/,
  },
  "a package.json that is no text": {
    make: (folder) => writeFileSync(join(folder, "package.json"), Buffer.from([0x7b, 0xff, 0xfe, 0x7d])),
    says: /^package\.json:1:1: .+not UTF-8 text \(file-unreadable\)/,
  },
  "a redocly.yaml with a bracket open": {
    files: { "redocly.yaml": "apis:\n  a: [\n" },
    says: /^redocly\.yaml:2:7: .+\(document-malformed\)/,
  },
  "settings that are not right": {
    files: { "redocly.yaml": "apis:\n  a:\n    root: a.yaml\n    x-openapi-errors: { outptu: x }\n" },
    says: /^redocly\.yaml:4:\d+: .+`outptu`/,
  },
  "APIs in a list, which would be lost": {
    files: { "redocly.yaml": "apis:\n  - root: a.yaml\n" },
    says: /^redocly\.yaml:1:1: .+`apis` in `redocly\.yaml` is no map/,
  },
  "APIs that are a text": { files: { "redocly.yaml": "apis: a.yaml\n" }, says: /^redocly\.yaml:1:1: .+ is no map/ },
  "a file in the place of a folder above": {
    files: { ".github/workflows": "" },
    says: /^\.github\S+:1:1: .+`\.github\/workflows` is a file, and a folder has to be there .+\n {2}fix: move/,
  },
  "an output that is a file": {
    files: { "gen.ts": "" },
    args: ["--output", "gen.ts"],
    says: /^gen\.ts:1:1: .+`gen\.ts` is no folder .+\n {2}fix: .+--output/,
  },
  "an output below a file": {
    files: { "gen.ts": "" },
    args: ["--output", "gen.ts/a"],
    says: /^gen\.ts\/a:1:1: .+`gen\.ts` is no folder /,
  },
  "a name that is taken": {
    files: { "redocly.yaml": "apis:\n  shop:\n    root: other.yaml\n" },
    args: ["--id", "shop"],
    says: /^redocly\.yaml:2:3: .+`shop` already.+\(contract-id\)\n[\s\S]+ {2}fix: .+--id/,
  },
  "a folder in the place of a file": {
    make: (folder) => mkdirSync(join(folder, "redocly.yaml/x"), { recursive: true }),
    says: /a folder stands where a file has to go/,
  },
  "a link to a file elsewhere": { make: link("/etc/hostname", "package.json"), says: /\(output-link\)/ },
  "a link to a folder elsewhere": {
    make: link("/tmp", ".github"),
    says: /^\.github\S+:1:1: .+`\.github` .+\(output-link\)/,
  },
  "a link to nothing": { make: link("nowhere", "openapi.yaml"), says: /`openapi\.yaml` .+\(output-link\)/ },
  "an output above the folder": { args: ["--output", ".."], says: /\(output-refused\)\n {2}fix: .+--output/ },
  "an output that is the folder": { args: ["--output", "."], says: /\(output-refused\)/ },
  "a document that is not there": { args: ["--from", "none.yaml"], says: /^none\.yaml:1:1: .+\(file-unreadable\)/ },
  "a document that is malformed": {
    files: { "a.yaml": "openapi: [\n" },
    args: ["--from", "a.yaml"],
    says: /^a\.yaml:1:11: .+\(document-malformed\)/,
  },
  "an id that is none": { args: ["--id", "My API"], says: /An id has lower-case letters/, status: 2 },
  "an id that is reserved": { args: ["--id", "runtime"], says: /The word is reserved/, status: 2 },
  "a CI that is not known": { args: ["--ci", "jenkins"], says: /github, gitlab, pre-commit, none/, status: 2 },
};

describe("init writes nothing where something stands in its way", together, () => {
  for (const [name, { files = {}, make, args = [], says, status }] of Object.entries(cases))
    test(name, async (t) => {
      const folder = folderWith(t, files);
      make?.(folder);
      const before = filesIn(folder);
      const run = await startCli(["init", ...args], { cwd: folder });
      assert.ok(status === undefined ? run.status === 1 || run.status === 2 : run.status === status, run.stdout);
      assert.equal(run.stdout, "");
      assert.match(run.stderr, says);
      assert.deepEqual(filesIn(folder), before);
    });

  test("a link that stays inside is followed: what it leads to is edited", async (t) => {
    const folder = folderWith(t, { "base.json": "{}\n", "biome.base.json": "{}" });
    symlinkSync("base.json", join(folder, "package.json"));
    assert.equal((await startCli(["init", "--ci", "none"], { cwd: folder })).status, 0);
    assert.match(filesIn(folder)["base.json"] ?? "", /errors:check/);
  });
});
