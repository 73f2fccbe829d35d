import { type Format, printProblems } from "../problem/print.js";
import type { Target } from "../read/target.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import { counted } from "../view/words.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface LintFlags extends TargetFlags {
  readonly root?: string;
  /** A git revision: what is wrong there is not told. */
  readonly against?: string;
  readonly format: Format;
}

/** `openapi-errors lint`: problems only. */
export async function lintCommand(paths: readonly string[], flags: LintFlags, terminal: Terminal): Promise<number> {
  const config = targetsOf(paths, flags);
  const targets = "targets" in config ? config.targets : (config.sound ?? []);
  const { problems, isHeld } =
    "targets" in config
      ? await problemsOf(targets, paths.length === 0, flags, terminal)
      : { problems: [...config.problems, ...(await readContracts(targets, flags.root)).problems], isHeld: false };
  terminal.answer(printProblems(problems, flags.format, terminal.colour.answer));
  if (flags.format === "text") {
    const since = isHeld ? ` that \`${flags.against}\` does not have` : "";
    terminal.tell(`${counted(targets.length, "document")}, ${counted(problems.length, "problem")}${since}\n`);
  }
  return exitOf(problems);
}

async function problemsOf(
  targets: readonly Target[],
  isAll: boolean,
  { root, against }: LintFlags,
  terminal: Terminal,
) {
  const now = await readContracts(targets, root);
  if (against === undefined) return { problems: now.problems, isHeld: false };
  const { problemsAgainst } = await import("./lint/against.js");
  const added = await problemsAgainst(against, targets, root, now, isAll);
  for (const line of added.alone) terminal.tell(`${line}\n`);
  return added;
}
