import type { Contract as Model } from "../model/contract.js";
import { parserContractOf } from "../model/derived/parser-contract.js";
import type { Problem } from "../problem/problem.js";
import { openedOf } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import type { ParserContract } from "../runtime/contract.js";
import type { ContractData } from "../view/data/contract-data.js";
import { contractJson } from "../view/data/contract-json.js";
import { errorTypeName } from "../view/names.js";
import { askedFor } from "./asked.js";
import type { DocumentInput, ReadOptions } from "./options.js";

/** All that a document says about its errors: what `errors.json` holds, and the tables of its parser. */
export interface Contract extends ContractData {
  /** As generated code holds them. Not in errors.json: `classify` does with what that says. */
  readonly parser?: ParserContract;
}

/** What `readContract` read. */
export interface ReadResult {
  /** Undefined where the document could not be understood at all. With errors among the problems, it is what could be read. */
  readonly contract: Contract | undefined;
  /** In the order of the files; each with its position and something to type that mends it. */
  readonly problems: readonly Problem[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Reads what an OpenAPI document says about its errors, as plain data.
 *
 * @example
 * const { contract, problems } = await readContract("openapi.yaml");
 * for (const { code, statuses, title } of contract?.errors ?? []) console.log(code, statuses.join(), title);
 */
export async function readContract(document: DocumentInput, options: ReadOptions = {}): Promise<ReadResult> {
  const asked = askedFor(document, options);
  const { reads, problems, files } = await readContracts(asked.targets, options.root);
  const [read] = reads;
  return {
    contract: read && contractOf(read.contract),
    problems: [...asked.problems, ...problems],
    sources: [...asked.files, ...openedOf(files)],
  };
}

/** A contract as callers get it. */
function contractOf(contract: Model): Contract {
  return { ...contractJson(contract), parser: parserContractOf(contract, errorTypeName(contract.id)) };
}
