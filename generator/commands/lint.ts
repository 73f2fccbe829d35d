import { type Format, printProblems } from "../problem/print.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import { counted } from "../view/words.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface LintFlags extends TargetFlags {
  readonly root?: string;
  readonly format: Format;
}

/** `openapi-errors lint`: problems only. */
export async function lintCommand(paths: readonly string[], flags: LintFlags, terminal: Terminal): Promise<number> {
  const config = targetsOf(paths, flags);
  const targets = "targets" in config ? config.targets : [];
  const { problems } = "targets" in config ? await readContracts(targets, flags.root) : config;
  terminal.answer(printProblems(problems, flags.format, terminal.colour.answer));
  if (flags.format === "text")
    terminal.tell(`${counted(targets.length, "document")}, ${counted(problems.length, "problem")}\n`);
  return exitOf(problems);
}
