import { resolve } from "node:path";
import { type GenerateResult, generate } from "../generate.js";
import { evidences } from "../model/infer/listed-codes.js";
import { type Format, printProblems } from "../problem/print.js";
import { fileUnwritable } from "../problem/writing.js";
import { readConfig, type Target } from "../read/config.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { emitterNames } from "../render/emitters.js";
import type { ImportExtension } from "../render/import-extension.js";
import type { Change } from "../write/write.js";
import { startProgress } from "./progress.js";
import { exitOf, type Terminal } from "./terminal.js";
import { watchFiles } from "./watch.js";

export interface GenerateFlags {
  readonly output?: string;
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly emit?: readonly string[];
  readonly root?: string;
  readonly evidence?: readonly string[];
  readonly overlay?: readonly string[];
  readonly format: Format;
  readonly importExtension: ImportExtension;
  readonly docsUrl?: string;
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
  const config = targetsOf(documents);
  const configFile = documents.length === 0 ? [resolve("redocly.yaml")] : [];
  if ("problems" in config) {
    report(flags.format, config.problems, [], terminal);
    return { exit: exitOf(config.problems), files: configFile };
  }
  const progress = startProgress();
  const { problems, changes, files } = await generate({
    ...flags,
    targets: config.targets.map((target) => ({ ...target, ...askedOf(flags) })),
    stage: progress.stage,
  })
    .catch((error: unknown) => refused(error, flags))
    .finally(progress.end);
  report(flags.format, problems, changes, terminal);
  const due = changes.filter(({ kind }) => kind !== "unchanged");
  const failed = exitOf(problems);
  if (failed === 0 && flags.format === "github" && flags.check) terminal.answer(due.map(staleAnnotation).join(""));
  if (failed === 0 && flags.format !== "json") terminal.tell(summary(changes.length, due, flags.check ?? false));
  return { exit: failed || (flags.check && due.length > 0 ? 1 : 0), files: [...configFile, ...files] };
}

const unsaid = { output: undefined, emit: undefined, docsUrl: undefined };

/** The documents that were named, else those of the config. */
export function targetsOf(documents: readonly string[]): ReturnType<typeof readConfig> {
  if (documents.length === 0) return readConfig(process.cwd(), emitterNames, evidences);
  return { targets: documents.map((document): Target => ({ document, ...unsaid })) };
}

/** What was asked for on the command line wins over what the config says. */
export function askedOf({ evidence, overlay }: Pick<GenerateFlags, "evidence" | "overlay">): Partial<Target> {
  return { ...(evidence ? { evidence } : {}), ...(overlay ? { overlays: overlay } : {}) };
}

/** What the file system refused, for programs; people are told in one line where the process ends. */
function refused(error: unknown, { format, output }: GenerateFlags): GenerateResult {
  if (format === "text" || !(error instanceof Error && "syscall" in error)) throw error;
  const file = "path" in error ? shownPath(resolve(String(error.path))) : (output ?? "generated");
  const problem = { ...fileUnwritable(file, error.message), position: beginningOf(file) };
  return { problems: [problem], changes: [], files: [] };
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

function summary(files: number, due: readonly Change[], check: boolean): string {
  if (due.length === 0) return `${files} files, all up to date\n`;
  const list = due.map(({ path, kind }) => `  ${kind.padEnd(7)} ${path}\n`).join("");
  if (check) return `${list}${due.length} of ${files} files are out of date: run \`openapi-errors generate\`\n`;
  return `${list}${files} files, ${due.length} written\n`;
}
