import { generate } from "../generate.js";
import { type Format, printProblems } from "../problem/print.js";
import { readConfig, type Target } from "../read/config.js";
import { emitterNames } from "../render/emitters.js";
import type { ImportExtension } from "../render/import-extension.js";
import type { Change } from "../write/write.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface GenerateFlags {
  readonly output?: string;
  readonly check?: boolean;
  readonly emit?: readonly string[];
  readonly root?: string;
  readonly format: Format;
  readonly importExtension: ImportExtension;
}

/** `openapi-errors generate`: writes the output, or with --check says whether it would change. */
export async function generateCommand(
  documents: readonly string[],
  flags: GenerateFlags,
  terminal: Terminal,
): Promise<number> {
  const config = targetsOf(documents);
  if ("problems" in config) {
    report(flags.format, config.problems, [], terminal);
    return exitOf(config.problems);
  }
  const { problems, changes } = await generate({ ...flags, targets: config.targets });
  report(flags.format, problems, changes, terminal);
  const exit = exitOf(problems);
  if (exit !== 0) return exit;
  const due = changes.filter(({ kind }) => kind !== "unchanged");
  if (flags.format === "text") terminal.tell(summary(changes.length, due, flags.check ?? false));
  return flags.check && due.length > 0 ? 1 : 0;
}

/** The documents that were named, else those of the config. */
export function targetsOf(documents: readonly string[]): ReturnType<typeof readConfig> {
  if (documents.length === 0) return readConfig(process.cwd(), emitterNames);
  return { targets: documents.map((document): Target => ({ document, output: undefined, emit: undefined })) };
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

function summary(files: number, due: readonly Change[], check: boolean): string {
  if (due.length === 0) return `${files} files, all up to date\n`;
  const list = due.map(({ path, kind }) => `  ${kind.padEnd(7)} ${path}\n`).join("");
  if (check) return `${list}${due.length} of ${files} files are out of date: run \`openapi-errors generate\`\n`;
  return `${list}${files} files, ${due.length} written\n`;
}
