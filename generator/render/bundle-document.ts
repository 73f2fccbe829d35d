import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { byTool } from "../problem/tool.js";
import { beginningOf } from "../read/lines.js";
import { redoclyVersion } from "./redocly.js";
import { runRedocly } from "./run-redocly.js";

const bundling = {
  tool: `Redocly ${redoclyVersion}`,
  makes: "one document of its files",
  fix: "see whether `npx redocly lint` says more of it; until it is mended, leave `docs` out of `--emit`",
};

/**
 * A document with all files below its root that it refers to in one. What leads elsewhere is told elsewhere, and not
 * loaded. The document is taken as it was read: its file may say something else, or not be there.
 */
export async function bundleDocument(
  document: Readonly<Record<string, unknown>>,
  { path, root }: { path: string; root: string },
  file: string,
): Promise<Record<string, unknown>> {
  // With a name that no document can guess.
  const folder = await mkdtemp(join(tmpdir(), "openapi-errors-bundle-"));
  try {
    const copy = join(folder, "document.json");
    await writeFile(join(folder, "redocly.yaml"), "telemetry: off\n");
    await writeFile(copy, JSON.stringify(document));
    const args = ["bundle", path, "--force", "--output", "bundled.json", "--config", "redocly.yaml"];
    return await byTool({ ...bundling, position: () => beginningOf(file) }, async () => {
      await runRedocly(args, folder, { folders: [folder, root], instead: [path, copy] });
      return JSON.parse(await readFile(join(folder, "bundled.json"), "utf8")) as Record<string, unknown>;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
