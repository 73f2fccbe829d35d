import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "../support/cli.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

export interface DocsFolder {
  readonly path: string;
  remove(): void;
}

/** The docs of this repository. `npm test` builds them first; where a test runs alone and they are not there, it does. */
export function docsFolder(): DocsFolder {
  const built = join(project, "generated/docs");
  if (existsSync(join(built, "index.html"))) return { path: built, remove() {} };
  const folder = mkdtempSync(join(tmpdir(), "openapi-errors-docs-"));
  const { status, stderr } = runCli(["generate", "--emit", "docs", "--output", folder], { cwd: project });
  if (status !== 0) throw new Error(`the docs could not be built: ${stderr}`);
  return { path: join(folder, "docs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
