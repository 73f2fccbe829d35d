import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { generate } from "../generate.js";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { configName } from "../read/config.js";
import { openedOf, shownPath } from "../read/file.js";
import type { Target } from "../read/target.js";
import { configFiles, type TargetFlags, targetsOf } from "../targets.js";
import { settle } from "../write/write.js";
import { listen } from "./docs/listen.js";
import { live } from "./docs/live.js";
import { docsServer } from "./docs/server.js";
import { interruption } from "./interruption.js";
import { exitOf, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

export interface DocsFlags extends TargetFlags {
  readonly output?: string;
  readonly port?: number;
  readonly watch?: boolean;
  readonly root?: string;
}

/**
 * `openapi-errors docs`: builds the docs of what was named, else of what the config lists, and serves them on this machine
 * until it is interrupted.
 */
export async function docsCommand(documents: readonly string[], flags: DocsFlags, terminal: Terminal): Promise<number> {
  const config = targetsOf(documents, flags);
  const outputs = new Set("targets" in config ? config.targets.map(outputOf) : []);
  if (flags.output === undefined && outputs.size > 1) {
    const names = [...outputs].map(shownPath).join(", ");
    terminal.tell(`openapi-errors: the docs are in ${outputs.size} folders: choose one of ${names} with --output\n`);
    return 2;
  }
  const output = resolve(flags.output ?? [...outputs][0] ?? "generated");
  const folder = join(output, "docs");
  // What a run that was killed left is completed, where it may be: else the pages are served as they are.
  await settle(output).catch(() => {});
  const isBuilt = () => existsSync(join(folder, "index.html"));

  let files: readonly string[] = [];
  // Where nothing says which docs are meant, those that are there are.
  if (flags.watch || !isBuilt() || !saysNothing(documents, config)) {
    const built = await build(documents, output, flags, terminal);
    const exit = exitOf(built.problems);
    // Who named something is not shown the docs of something else, or of yesterday.
    if (!isBuilt() || (exit !== 0 && (documents.length > 0 || "problems" in config))) return exit || 1;
    files = built.files;
  }

  const pages = live();
  const server = docsServer(folder, flags.watch ? pages : undefined);
  const bound = await listen(server, flags.port);
  if ("message" in bound) {
    terminal.tell(`openapi-errors: ${bound.message}\n`);
    return 2;
  }
  if (bound.taken !== undefined) terminal.tell(`port ${bound.taken} is taken, so the address is another one\n`);
  const stop = interruption();
  terminal.answer(`http://127.0.0.1:${bound.port}/\n`);
  terminal.tell(`serving ${shownPath(folder)}; Ctrl-C ends it\n`);
  if (flags.watch) {
    const again = async () => {
      const built = await build(documents, output, flags, terminal);
      if (exitOf(built.problems) === 0) pages.reload();
      return built.files;
    };
    await watchFiles(files, again, terminal, stop);
  } else if (!stop.aborted) await new Promise((stopped) => stop.addEventListener("abort", stopped));
  server.close();
  server.closeAllConnections();
  return 0;
}

function outputOf({ output }: Target): string {
  return resolve(output ?? "generated");
}

/** Whether nobody named a document, and no config lists one. */
function saysNothing(documents: readonly string[], config: ReturnType<typeof targetsOf>): boolean {
  return (
    documents.length === 0 && "problems" in config && config.problems.every(({ code }) => code === "file-unreadable")
  );
}

/** Those that are written to a folder; all where none is: then the command line alone names it. */
function targetsFor(output: string, targets: readonly Target[]): readonly Target[] {
  const own = targets.filter((target) => outputOf(target) === output);
  return own.length > 0 ? own : targets;
}

/** Only the docs: a server of pages is not expected to write code. */
async function build(
  documents: readonly string[],
  output: string,
  flags: DocsFlags,
  terminal: Terminal,
): Promise<{ readonly problems: readonly Problem[]; readonly files: readonly string[] }> {
  const config = targetsOf(documents, flags);
  const targets = targetsFor(output, "targets" in config ? config.targets : []);
  const asked = { targets, output, emit: ["docs"], root: flags.root };
  const { problems, files } = "targets" in config ? await generate(asked) : { ...config, files: [] };
  terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  // Where it is not there, it may come again.
  const watched = "targets" in config ? configFiles() : [resolve(configName)];
  return { problems, files: [...watched, ...openedOf(files)] };
}
