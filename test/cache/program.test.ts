import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/cli.js";
import { projectFolder } from "./project.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** The package as it is installed, of which every file may be changed. */
function installed(t: TestContext): string {
  const folder = temporaryFolder(t);
  for (const part of ["dist", "templates", "generator/runtime", "generator/schema", "package.json"])
    cpSync(join(project, part), join(folder, part), { recursive: true });
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  return folder;
}

test("another version of the program, of what it copies or of what it fills in makes everything anew", (t) => {
  const program = installed(t);
  const folder = projectFolder(t);
  const run = () => {
    const { stderr } = spawnSync(process.execPath, [join(program, "dist/cli.js"), "generate"], {
      cwd: folder,
      encoding: "utf8",
    });
    return stderr.trimEnd().split("\n").at(-1)!;
  };
  const edit = (path: string, from: string, to: string) => {
    const file = join(program, path);
    const text = readFileSync(file, "utf8");
    assert.ok(text.includes(from), path);
    writeFileSync(file, text.replace(from, to));
  };
  run();
  assert.match(run(), /all up to date$/);
  edit("templates/docs/page.css", "\n", "\n/* Another line. */\n");
  assert.match(run(), /all up to date$/);
  edit("generator/runtime/text.ts", "\n", "\n// Another line.\n");
  assert.match(run(), / 1 written$/);
  // What was built is known by one file that tells of all.
  edit("dist/templates.cjs", "export const ErrorCode", "// Another line.\\nexport const ErrorCode");
  edit("dist/built.txt", "\n", "0\n");
  assert.match(run(), / 2 written$/);
  edit("package.json", '"version": "', '"version": "9.');
  edit("generator/runtime/text.ts", "// Another line.\n", "");
  assert.match(run(), / 1 written$/);
});
