import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { generate } from "../generate.js";
import { printProblems } from "../problem/print.js";
import type { Target } from "../read/config.js";
import { shownPath } from "../read/file.js";
import { listen } from "./docs/listen.js";
import { live } from "./docs/live.js";
import { docsServer } from "./docs/server.js";
import { targetsOf } from "./generate.js";
import { exitOf, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

export interface DocsFlags {
  readonly output?: string;
  readonly port?: number;
  readonly watch?: boolean;
  readonly root?: string;
}

/** `openapi-errors docs`: serves the docs on this machine until it is interrupted. Builds those that are not there. */
export async function docsCommand(documents: readonly string[], flags: DocsFlags, terminal: Terminal): Promise<number> {
  const config = targetsOf(documents);
  const targets = "targets" in config ? config.targets : [];
  const outputs = new Set(targets.map((target) => outputOf(target)));
  if (flags.output === undefined && outputs.size > 1) {
    const names = [...outputs].map(shownPath).join(", ");
    terminal.tell(`openapi-errors: the docs are in ${outputs.size} folders: choose one of ${names} with --output\n`);
    return 2;
  }
  const output = resolve(flags.output ?? [...outputs][0] ?? "generated");
  const folder = join(output, "docs");
  const isBuilt = () => existsSync(join(folder, "index.html"));

  let files: readonly string[] = [];
  if (flags.watch || !isBuilt()) {
    if ("problems" in config) {
      terminal.tell(printProblems(config.problems, "text", terminal.colour.tell));
      return exitOf(config.problems);
    }
    const built = await build(targets, output, flags, terminal);
    if (!isBuilt()) return exitOf(built.problems) || 1;
    files = built.files;
  }

  const pages = live();
  const server = docsServer(folder, flags.watch ? pages : undefined);
  const bound = await listen(server, flags.port);
  if ("message" in bound) {
    terminal.tell(`openapi-errors: ${bound.message}\n`);
    return 2;
  }
  const stop = interruption();
  terminal.answer(`http://127.0.0.1:${bound.port}/\n`);
  terminal.tell(`serving ${shownPath(folder)}; Ctrl-C ends it\n`);
  if (flags.watch) {
    const again = async () => {
      const built = await build(targets, output, flags, terminal);
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

/** Only the docs: a server of pages is not expected to write code. */
async function build(targets: readonly Target[], output: string, { root }: DocsFlags, terminal: Terminal) {
  const own = targets.filter((target) => outputOf(target) === output);
  const result = await generate({ targets: own.length > 0 ? own : targets, output, emit: ["docs"], root });
  terminal.tell(printProblems(result.problems, "text", terminal.colour.tell));
  return result;
}

/** Aborted by Ctrl-C, or when the process is asked to end. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
