import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { manifest } from "../cli/shop.js";
import { runCli, temporaryFolder } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
// From another folder: here redocly.yaml has settings for them.
const documents = ["spec/themes.yaml", "spec/inbox.yaml"].map((path) => join(project, path));

test("Python is asked for, not assumed", (t) => {
  const folder = temporaryFolder(t);
  assert.equal(runCli(["generate", ...documents, "--output", folder], { cwd: folder }).status, 0);
  assert.deepEqual(pythonIn(folder), []);
});

test("Python alone is a package that needs nothing else", (t) => {
  const folder = temporaryFolder(t);
  const args = ["generate", ...documents, "--emit", "python", "--import-extension", "ts", "--output", folder];
  const { status, stderr } = runCli(args, { cwd: folder });
  assert.equal(status, 0, stderr);
  // Each API brings the runtime and the package around it: they are written once.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.filter(({ name }) => name !== manifest);
  assert.ok(stderr.endsWith(`\n${paths.length} files, ${paths.length} written\n`), stderr);
  assert.equal(paths.length, pythonIn(folder).length);
  for (const path of pythonIn(folder))
    assert.equal(
      readFileSync(join(folder, path), "utf8"),
      withoutDocs(readFileSync(join(project, "generated", path), "utf8")),
      path,
    );
});

test("the Python runtime is copied as it is, below a banner", () => {
  const folder = join(project, "generator/runtime/python");
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));
  assert.ok(names.length > 10);
  for (const name of names) {
    const [banner, ...lines] = readFileSync(join(project, "generated/runtime", name), "utf8").split("\n");
    assert.match(banner ?? "", /^# Copied by openapi-errors from its runtime\. Do not edit/);
    assert.equal(lines.join("\n"), readFileSync(join(folder, name), "utf8"), name);
  }
});

/** The links to docs are only there where docs are made. */
function withoutDocs(text: string): string {
  return text.replace(/^ +docs="\.\.\/.*",\n/gm, "");
}

function pythonIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py"));
}
