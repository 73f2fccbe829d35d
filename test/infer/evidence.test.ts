import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startCli, temporaryFolder, together } from "../support/cli.js";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

function codesIn(folder: string): string[] {
  const id = readdirSync(folder).find((name) => !name.startsWith(".")) ?? "";
  const { errors } = JSON.parse(readFileSync(join(folder, id, "errors.json"), "utf8")) as {
    errors: { code: string; wire: boolean }[];
  };
  return errors.filter(({ wire }) => wire).map(({ code }) => code);
}

describe("what makes a code listed can be chosen", together, () => {
  const cases: [fixture: string, evidence: string, codes: readonly string[]][] = [
    ["codes-in-prose", "prose", ["item_name_invalid", "too_many_items"]],
    ["prose-of-names-alone", "prose", ["PLAN_TOO_SMALL", "PartNotFound", "ThingNotFound"]],
    ["sample-in-shared-schema", "schema-sample", ["unauthorized"]],
    ["codes-in-response-examples", "const,enum", []],
    ["codes-in-tables", "const,enum,extension,response-example", ["too_fat", "4"]],
    ["lists-of-other-things", "table,prose", ["no_such_order"]],
    ["extensions", "extension", ["ONLY_HERE", "NO_CARD", "NO_MONEY", "NOT_YET", "NO_WAY", "too-early", "too-late"]],
  ];
  for (const [fixture, evidence, codes] of cases)
    test(`--evidence ${evidence} in ${fixture}`, async (t) => {
      const folder = temporaryFolder(t);
      const args = ["generate", join(fixtures, fixture, "openapi.yaml"), "-o", folder, "--emit", "json"];
      const { status, stderr } = await startCli([...args, "--evidence", evidence]);
      assert.equal(status, 0, stderr);
      assert.deepEqual(codesIn(folder), codes);
    });

  test("an evidence that there is not is wrong usage", async () => {
    const { status, stderr } = await startCli(["generate", "openapi.yaml", "--evidence", "guess"]);
    assert.equal(status, 2);
    assert.match(stderr, /There is no `guess`: use some of const, enum, extension,/);
  });

  test("redocly.yaml chooses it, and names extensions of one's own", async (t) => {
    const folder = temporaryFolder(t);
    cpSync(join(fixtures, "codes-in-prose", "openapi.yaml"), join(folder, "openapi.yaml"));
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    const own = "    x-our-codes: [{ slug: item_gone, about: It was there once., http: 400 }]\n";
    writeFileSync(join(folder, "openapi.yaml"), text.replace("      operationId", `  ${own}      operationId`));
    writeFileSync(
      join(folder, "redocly.yaml"),
      `apis:
  a:
    root: openapi.yaml
    x-openapi-errors:
      output: out
      emit: json
      evidence: [extension]
      extensions: [{ name: x-our-codes, places: [operation], code: slug, text: about, status: http }]
`,
    );
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.deepEqual(codesIn(join(folder, "out")), ["item_gone"]);
  });

  test("an extension of one's own may say what is deprecated, and what to do", async (t) => {
    const folder = temporaryFolder(t);
    cpSync(join(fixtures, "codes-in-prose", "openapi.yaml"), join(folder, "openapi.yaml"));
    const text = readFileSync(join(folder, "openapi.yaml"), "utf8");
    const own = "    x-our-codes: [{ slug: item_gone, old: true, todo: Make another. }]\n";
    writeFileSync(join(folder, "openapi.yaml"), text.replace("      operationId", `  ${own}      operationId`));
    const rule = "{ name: x-our-codes, code: slug, deprecated: old, resolution: todo }";
    const settings = `{ output: out, emit: json, extensions: [${rule}] }`;
    writeFileSync(join(folder, "redocly.yaml"), `apis: { a: { root: openapi.yaml, x-openapi-errors: ${settings} } }\n`);
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 0, stderr);
    const { errors } = JSON.parse(readFileSync(join(folder, "out", "a", "errors.json"), "utf8")) as {
      errors: { code: string; deprecated: boolean; resolution: string }[];
    };
    const { code, deprecated, resolution } = errors[0]!;
    assert.deepEqual([code, deprecated, resolution], ["item_gone", true, "Make another."]);
  });

  test("a rule that says nothing is refused where it stands", async (t) => {
    const folder = temporaryFolder(t);
    cpSync(join(fixtures, "codes-in-prose", "openapi.yaml"), join(folder, "openapi.yaml"));
    writeFileSync(
      join(folder, "redocly.yaml"),
      "apis:\n  a:\n    root: openapi.yaml\n    x-openapi-errors:\n      evidence: [consts]\n      extensions: [{ name: codes }]\n",
    );
    const { status, stderr } = await startCli(["generate"], { cwd: folder });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^redocly\.yaml:5:18: error: `evidence\.0` in `x-openapi-errors` can't be `consts`.*\n.*\n.*\n {2}fix: write `const`\n/,
    );
    assert.match(
      stderr,
      /\nredocly\.yaml:6:28: error: `codes` is no name of an extension .*\n.*\n.*\n {2}fix: begin it with `x-`\n/,
    );
  });
});
