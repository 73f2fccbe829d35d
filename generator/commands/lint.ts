import { type Format, printProblems } from "../problem/print.js";
import { readContracts } from "../read-contract.js";
import { targetsOf } from "./generate.js";
import { exitOf, type Terminal } from "./terminal.js";

/** `openapi-errors lint`: problems only. */
export function lintCommand(
  paths: readonly string[],
  flags: { format: Format; root?: string },
  terminal: Terminal,
): number {
  const config = targetsOf(paths);
  const documents = "targets" in config ? config.targets.map(({ document }) => document) : [];
  const { problems } = "targets" in config ? readContracts(documents, flags.root) : config;
  terminal.answer(printProblems(problems, flags.format, terminal.colour.answer));
  if (flags.format === "text")
    terminal.tell(`${count(documents.length, "document")}, ${count(problems.length, "problem")}\n`);
  return exitOf(problems);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
