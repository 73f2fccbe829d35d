import { sideOfContract } from "../diff/side.js";
import { historyOf } from "../history/log.js";
import { withRevisions } from "../history/revision.js";
import { printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { readContracts } from "../read-contracts.js";
import { targetsOf } from "../targets.js";
import type { ChangelogFormat } from "./changelog/formats.js";
import { type ApiLog, printedLogs } from "./changelog/print.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface ChangelogFlags {
  /** A pattern: `v*`. */
  readonly tags?: string;
  readonly root?: string;
  readonly format: ChangelogFormat;
}

/** `openapi-errors changelog`: what each version changed in the errors, by git tags; the newest first. */
export async function changelogCommand(
  documents: readonly string[],
  flags: ChangelogFlags,
  terminal: Terminal,
): Promise<number> {
  const config = targetsOf(documents, {});
  if ("problems" in config) return refuse(config.problems, flags, terminal);
  const { reads, problems } = await readContracts(config.targets, flags.root);
  if (hasErrors(problems)) return refuse(problems, flags, terminal);
  const found = await withRevisions(async (take) => {
    const logs: (ApiLog & { readonly problems: readonly Problem[] })[] = [];
    for (const [index, target] of config.targets.entries()) {
      const contract = reads[index]?.contract;
      if (!contract) continue;
      const pattern = flags.tags ?? target.history ?? "*";
      const history = await historyOf(target, pattern, sideOfContract(contract), take, flags.root);
      logs.push({ api: contract.id, title: contract.title, ...history });
    }
    return logs;
  });
  const untold = found.flatMap((log) => log.problems);
  // A log of some versions would pass for one of all.
  if (hasErrors(untold)) return refuse(untold, flags, terminal);
  terminal.tell(printProblems(untold, "text", terminal.colour.tell));
  terminal.answer(printedLogs(found, flags.format, terminal.colour.answer));
  return 0;
}

function refuse(problems: readonly Problem[], { format }: ChangelogFlags, terminal: Terminal): number {
  if (format === "json") terminal.answer(printProblems(problems, format, false));
  else terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  return exitOf(problems) || 2;
}
