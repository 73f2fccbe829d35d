import { overlaidOf } from "../generate.js";
import { type Format, printProblems } from "../problem/print.js";
import { readContracts } from "../read-contract.js";
import { askedOf, targetsOf } from "./generate.js";
import { exitOf, type Terminal } from "./terminal.js";

/** `openapi-errors lint`: problems only. */
export async function lintCommand(
  paths: readonly string[],
  flags: { format: Format; root?: string; evidence?: readonly string[]; overlay?: readonly string[] },
  terminal: Terminal,
): Promise<number> {
  const config = targetsOf(paths);
  const targets = "targets" in config ? config.targets.map((target) => ({ ...target, ...askedOf(flags) })) : [];
  const overlaid = await Promise.all(targets.map(overlaidOf));
  const inputs = targets.map((target, index) => ({ ...target, overlaid: overlaid[index] }));
  const documents = targets.map(({ document }) => document);
  const { problems } = "targets" in config ? readContracts(documents, flags.root, inputs) : config;
  terminal.answer(printProblems(problems, flags.format, terminal.colour.answer));
  if (flags.format === "text")
    terminal.tell(`${count(documents.length, "document")}, ${count(problems.length, "problem")}\n`);
  return exitOf(problems);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
