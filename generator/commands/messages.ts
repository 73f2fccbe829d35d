import { type Catalogue, holdCatalogues, type MessagesReport } from "../catalogue/hold.js";
import { readCatalogue } from "../catalogue/read-catalogue.js";
import { type Format, printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import type { FileInput } from "../read/file.js";
import { shownPath } from "../read/file.js";
import { type ContractFlags, type Contracts, contractsNamed } from "./audit/contracts.js";
import { summaryOfMessages } from "./messages/summary.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface MessagesFlags extends ContractFlags {
  /** Documents or errors.json files; default: the `apis` of redocly.yaml. */
  readonly contract?: readonly string[];
  /** How keys are made of codes: `errors.{code}`. */
  readonly key?: string;
  readonly failOn: "missing" | "none";
  readonly format: Format;
}

/** `openapi-errors messages`: which codes message catalogues lack, and what stands in them instead. */
export async function messagesCommand(
  paths: readonly string[],
  flags: MessagesFlags,
  terminal: Terminal,
): Promise<number> {
  const { report, problems } = await messagesOf(paths, await contractsNamed(flags.contract ?? [], flags), flags.key);
  if (flags.format === "json") terminal.answer(`${JSON.stringify({ ...report, problems }, null, 2)}\n`);
  else {
    if (flags.format === "text") terminal.answer(summaryOfMessages(report));
    terminal.answer(printProblems(problems, flags.format, terminal.colour.answer));
  }
  return exitOf(flags.failOn === "none" ? problems.filter(({ code }) => !code.startsWith("message-")) : problems);
}

/** What is in catalogues of the codes of contracts. Where one of either can't be read, nothing is said to be missing. */
export async function messagesOf(
  inputs: readonly FileInput[],
  { contracts, problems, isPart }: Contracts,
  key: string | undefined,
): Promise<{ readonly report: Omit<MessagesReport, "problems">; readonly problems: readonly Problem[] }> {
  const reads = await Promise.all(inputs.map(async (input) => ({ input, read: await readCatalogue(input) })));
  const unread = reads.flatMap(({ read }) => ("problems" in read ? read.problems : []));
  // A mistake in a document, which `lint` tells as well, does not keep its codes from being looked for.
  if (isPart || hasErrors(unread)) return { report: { catalogues: [] }, problems: [...problems, ...unread] };
  const catalogues = reads.flatMap(({ input, read }): Catalogue[] =>
    "entries" in read ? [{ file: shownPath(typeof input === "string" ? input : input.path), ...read }] : [],
  );
  const { problems: found, ...report } = holdCatalogues(catalogues, contracts, key);
  return { report, problems: [...problems.filter(({ level }) => level === "error"), ...found] };
}
