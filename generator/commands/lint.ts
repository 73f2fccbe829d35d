import { type Format, printProblems } from "../problem/print.js";
import { readContract } from "../read-contract.js";
import { targetsOf } from "./generate.js";
import { exitOf, type Terminal } from "./terminal.js";

/** `openapi-errors lint`: problems only. */
export function lintCommand(
  documents: readonly string[],
  flags: { format: Format; root?: string },
  terminal: Terminal,
): number {
  const config = targetsOf(documents);
  const results =
    "targets" in config ? config.targets.map(({ document }) => readContract(document, flags.root)) : [config];
  const problems = results.flatMap((result) => result.problems);
  terminal.answer(printProblems(problems, flags.format, terminal.colour));
  if (flags.format === "text") terminal.tell(`${results.length} documents, ${problems.length} problems\n`);
  return exitOf(problems);
}
