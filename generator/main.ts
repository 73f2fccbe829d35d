import { recallAsked } from "./cache/asked.js";
import type { GenerateFlags } from "./commands/generate.js";
import { processTerminal as terminal } from "./commands/terminal.js";

const args = process.argv.slice(2);
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Who reads may have enough of it, as `head` and a pager that was closed have: that is no failure.
    if (error.code !== "EPIPE") void fail(error).finally(() => process.exit());
  });
// Not awaited: as CommonJS, too, the program is this module.
run().then((code) => {
  process.exitCode = code;
}, fail);

async function fail(error: unknown): Promise<void> {
  const [{ tellFailure }, { version }] = await Promise.all([
    import("./commands/failure.js"),
    import("./package/version.js"),
  ]);
  tellFailure(error, version, terminal);
  process.exitCode = 2;
}

/** What was asked for in these words before is done without reading them again. */
async function run(): Promise<number> {
  if (process.env.GIT_DIR !== undefined) (await import("./history/git-directory.js")).findRepositoryByFolder();
  const known = recallAsked<GenerateFlags>(args);
  if (!known) return (await import("./command-line.js")).runCommandLine(args);
  const { generateCommand } = await import("./commands/generate.js");
  return generateCommand(known.documents, known.flags, terminal);
}
