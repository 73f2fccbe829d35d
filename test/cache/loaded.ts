import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CliResult, startCli } from "../support/cli.js";

/** Runs the command line, and says which files of the program it loaded, as V8 tells it: `generate.js`. */
export async function loadedBy(
  args: readonly string[],
  cwd: string,
): Promise<CliResult & { readonly loaded: ReadonlySet<string> }> {
  const folder = join(cwd, "coverage");
  const result = await startCli(args, { cwd, env: { NODE_V8_COVERAGE: folder } });
  const loaded = new Set<string>();
  for (const name of readdirSync(folder)) {
    const { result: scripts } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    for (const { url } of scripts as readonly { readonly url: string }[])
      loaded.add(url.replace(/^.*\/(?:dist(?:\/commonjs)?|generator)\//, ""));
  }
  rmSync(folder, { recursive: true });
  return { ...result, loaded };
}
