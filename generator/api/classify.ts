import { type Answer, classifyAnswer } from "../runtime/classify.js";
import type { Classified, RequestGiven } from "../runtime/error.js";
import { parserOfData } from "../view/data/parser-of-data.js";
import type { Contract } from "./read-contract.js";

/** What is known about an answer beside it. */
export interface ClassifyOptions {
  /** The id of the operation that was called: a code that it does not declare then comes back unlisted. */
  readonly operation?: string | undefined;
  /** The request that was answered; the query of its URL is left out. */
  readonly request?: RequestGiven | undefined;
  /** How many bytes of the body are looked at. Default: 1 MiB. */
  readonly maxBytes?: number | undefined;
}

/**
 * Says which error of a contract an HTTP answer is, without generated code; never throws, whatever the answer holds.
 * `contract`: of `readContract`, or parsed from an errors.json; by what is neither, every code is unlisted.
 *
 * @example
 * const { contract } = await readContract("openapi.yaml");
 * if (contract) console.log(classify(contract, { status: 402, body: '{"code":"no_plan"}' }).code); // "no_plan"
 */
export function classify(contract: Contract, answer: Answer, options: ClassifyOptions = {}): Classified {
  return classifyAnswer(contract?.parser ?? parserOfData(contract), answer, options);
}
