import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { renderPython } from "../../generator/render/python.js";
import { temporaryFolder } from "../support/cli.js";
import { hostileContract } from "./hostile-contract.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const typed = fileURLToPath(new URL("typed/", import.meta.url));
const pyright = createRequire(import.meta.url).resolve("pyright");

interface Diagnostic {
  readonly file: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** What Pyright says in its strictest mode about all Python in a folder. */
function check(folder: string): Diagnostic[] {
  const config = { typeCheckingMode: "strict", pythonVersion: "3.11" };
  writeFileSync(join(folder, "pyrightconfig.json"), JSON.stringify(config));
  const { stdout, stderr } = spawnSync(process.execPath, [pyright, "--outputjson", "--project", folder], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(stdout || "{}") as Partial<{
    readonly generalDiagnostics: Diagnostic[];
    readonly summary: { readonly filesAnalyzed: number };
  }>;
  assert.ok(report.generalDiagnostics && report.summary && report.summary.filesAnalyzed > 0, stdout + stderr);
  return report.generalDiagnostics;
}

/** A folder with the Python that is committed, and some programs. */
function folderWith(t: TestContext, programs: readonly string[]): string {
  const folder = temporaryFolder(t);
  const isPython = (path: string) => statSync(path).isDirectory() || path.endsWith(".py");
  cpSync(join(project, "generated"), join(folder, "generated"), { recursive: true, filter: isPython });
  for (const name of programs) cpSync(join(typed, name), join(folder, name));
  return folder;
}

test("generated Python, and a program that uses it, pass Pyright's strictest mode", (t) => {
  assert.deepEqual(check(folderWith(t, ["consumer.py"])), []);
});

test("Pyright finds each mistake, where it is made", (t) => {
  const lines = readFileSync(join(typed, "mistakes.py"), "utf8").split("\n");
  const expected = lines.flatMap((line, i) => (line.endsWith("# mistake") ? [i] : []));
  const found = check(folderWith(t, ["mistakes.py"])).map(({ range }) => range.start.line);
  assert.deepEqual([...new Set(found)], expected);
});

test("codes and details of any kind pass too", (t) => {
  const folder = temporaryFolder(t);
  for (const { path, text } of renderPython(hostileContract)) {
    mkdirSync(dirname(join(folder, "generated", path)), { recursive: true });
    writeFileSync(join(folder, "generated", path), text);
  }
  assert.deepEqual(check(folder), []);
});

for (const [tool, args] of [
  ["black", ["--check", "--quiet"]],
  ["mypy", ["--strict", "--no-error-summary", "--cache-dir", "cache"]],
] as const)
  test(`generated Python is as ${tool} has it`, (t) => {
    if (spawnSync(tool, ["--version"]).status !== 0) return t.skip(`${tool} is not installed`);
    const folder = folderWith(t, []);
    const { status, stdout, stderr } = spawnSync(tool, [...args, "generated"], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
  });
