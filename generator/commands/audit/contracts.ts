import { contractDataOf, contractFile } from "../../history/contract-file.js";
import type { Contract } from "../../model/contract.js";
import type { Problem } from "../../problem/problem.js";
import type { Source } from "../../read/source.js";
import type { Target } from "../../read/target.js";
import { readContracts } from "../../read-contracts.js";
import { type TargetFlags, targetsOf } from "../../targets.js";
import { contractOfData } from "../../view/data/parser-of-data.js";

/** What traffic is held against, or why there is nothing. */
export interface Contracts {
  readonly contracts: readonly Contract[];
  readonly problems: readonly Problem[];
  /** Whether one is missing: what it lists would look unlisted. */
  readonly isPart: boolean;
}

export interface ContractFlags extends TargetFlags {
  readonly root?: string | undefined;
}

/** Those of documents and of errors.json files; where none is named, of the `apis` of redocly.yaml. */
export async function contractsNamed(named: readonly string[], flags: ContractFlags): Promise<Contracts> {
  const config = targetsOf(named, { ...flags, namedBy: "--contract " });
  if ("problems" in config) return { contracts: [], problems: config.problems, isPart: true };
  return contractsOf(config.targets, flags.root);
}

export async function contractsOf(targets: readonly Target[], root: string | undefined): Promise<Contracts> {
  const files = targets.map((target) => contractFile(target));
  const documents = targets.filter((_, index) => !files[index]);
  const { reads, problems } = await readContracts(documents, root);
  const ofFiles = files.flatMap((source) => (source ? [contractIn(source)] : []));
  return {
    contracts: [
      ...reads.flatMap((read) => (read ? [read.contract] : [])),
      ...ofFiles.flatMap(({ contracts }) => contracts),
    ],
    problems: [...problems, ...ofFiles.flatMap((file) => file.problems)],
    isPart: reads.includes(undefined) || ofFiles.some(({ isPart }) => isPart),
  };
}

function contractIn(source: Source): Contracts {
  const data = contractDataOf(source);
  if ("problem" in data) return { contracts: [], problems: [data.problem], isPart: true };
  return { contracts: [contractOfData(data)], problems: [], isPart: false };
}
