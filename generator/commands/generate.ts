import { generate } from "../generate.js";
import { type Format, printProblems } from "../problem/print.js";
import type { ImportExtension } from "../read/needed-extension.js";
import type { Language } from "../read/target.js";
import { configFiles, type TargetFlags, targetsOf } from "../targets.js";
import type { Change } from "../write/change.js";
import { startProgress } from "./progress.js";
import { summary } from "./summary.js";
import { exitOf, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

export interface GenerateFlags extends TargetFlags {
  readonly output?: string;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly watch?: boolean;
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
  const config = targetsOf(documents, flags);
  const watched = configFiles();
  if ("problems" in config) {
    report(flags.format, config.problems, [], terminal);
    return { exit: exitOf(config.problems), files: watched };
  }
  const progress = startProgress();
  const { problems, changes, files, dialects, inferred } = await generate({
    ...flags,
    targets: config.targets,
    areAll: documents.length === 0,
    stage: progress.stage,
  }).finally(progress.end);
  report(flags.format, problems, changes, terminal);
  const due = changes.filter(({ kind }) => kind !== "unchanged");
  const failed = exitOf(problems);
  if (failed === 0 && flags.format === "github" && flags.check) terminal.answer(due.map(staleAnnotation).join(""));
  if (failed === 0 && flags.format !== "json")
    terminal.tell(summary({ changes, dialects, inferred }, flags.check ?? false));
  return { exit: failed || (flags.check && due.length > 0 ? 1 : 0), files: [...watched, ...files] };
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
  return `::error file=${path},title=openapi-errors::out of date: run \`openapi-errors generate\`\n`;
}
