import { recallRun, runOf } from "../cache/run.js";
import { annotatedFile } from "../problem/annotated-file.js";
import { type Format, printProblems } from "../problem/print.js";
import type { ImportExtension } from "../read/needed-extension.js";
import type { Language } from "../read/target.js";
import type { TargetFlags } from "../targets.js";
import type { Change } from "../write/change.js";
import { summary } from "./summary.js";
import { exitOf, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

export interface GenerateFlags extends TargetFlags {
  readonly output?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
  /** False: what earlier runs remembered is not looked at, and nothing is remembered. */
  readonly cache?: boolean;
  readonly emit?: readonly string[];
  readonly root?: string;
  readonly format: Format;
  readonly importExtension?: ImportExtension;
  readonly language?: Language;
}

/** `openapi-errors generate`: writes the output, or with --check says whether it would change. */
export async function generateCommand(
  documents: readonly string[],
  flags: GenerateFlags,
  terminal: Terminal,
): Promise<number> {
  const { exit, files } = await run(documents, flags, terminal);
  // Until the process is ended.
  if (flags.watch) await watchFiles(files, async () => (await run(documents, flags, terminal)).files, terminal);
  return exit;
}

/** One run: its exit status, and the files that it depended on. */
async function run(documents: readonly string[], flags: GenerateFlags, terminal: Terminal) {
  const { check = false, force: _force, format, watch: _watch, cache = true, ...asked } = flags;
  const known = cache ? runOf({ documents, ...asked }) : undefined;
  const recalled = known && (await recallRun(known, !flags.check));
  // What makes the files is loaded only where something has to be made.
  const told = recalled ?? (await (await import("./generate/make-anew.js")).makeAnew(documents, flags, known));
  const { problems, changes, files } = told;
  report(format, problems, changes, terminal);
  const due = changes.filter(({ kind }) => kind !== "unchanged");
  const failed = exitOf(problems);
  if (failed === 0 && format === "github" && check) terminal.answer(due.map(staleAnnotation).join(""));
  if (failed === 0 && format !== "json") terminal.tell(summary(told, check));
  return { exit: failed || (check && due.length > 0 ? 1 : 0), files };
}

function report(
  format: Format,
  problems: Parameters<typeof printProblems>[0],
  changes: readonly Change[],
  terminal: Terminal,
) {
  if (format === "json") terminal.answer(`${JSON.stringify({ problems, changes }, null, 2)}\n`);
  else if (format === "github") terminal.answer(printProblems(problems, format, false));
  else terminal.tell(printProblems(problems, format, terminal.colour.tell));
}

/** A file that is out of date, as GitHub Actions shows it. */
function staleAnnotation({ path }: Change): string {
  return `::error file=${annotatedFile(path)},title=openapi-errors::out of date: run \`openapi-errors generate\`\n`;
}
