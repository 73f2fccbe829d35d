import type { Explained } from "../commands/explain/explained.js";
import { lookUp } from "../commands/explain/lookup.js";
import { apiUnknown } from "../commands/explain/messages.js";
import { contractsOfApi } from "../commands/explain/named-api.js";
import { outcomeOfAnswer, outcomeOfLookup, refused, textOf } from "../commands/explain/outcome.js";
import type { Problem } from "../problem/problem.js";
import { openedOf } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import type { Answer } from "../runtime/classify.js";
import type { RequestGiven } from "../runtime/error.js";
import { readHeaders } from "../runtime/headers.js";
import { askedFor } from "./asked.js";
import type { Documents, ReadOptions } from "./options.js";

/** Where to look. */
export interface ExplainOptions extends ReadOptions {
  /** The id of the API that is meant, where several have the code. Default: any. */
  readonly api?: string | undefined;
}

/** An answer, and what was asked for, where that is known: it is then held against its operation. */
export interface AnswerGiven extends Answer {
  readonly request?: RequestGiven | undefined;
}

/** What `explain` found. */
export interface ExplainResult extends Explained {
  /** The page as the command prints it, 80 columns wide and without colours; where there is none, why, and what to type. */
  readonly text: string;
  /** What is wrong with the documents. One that can't be read does not keep the others from being explained. */
  readonly problems: readonly Problem[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Explains a code, a status or a whole answer by the contracts of documents, as `openapi-errors explain` does.
 *
 * @example
 * const { errors } = await explain("tenant_limit_reached", "openapi.yaml");
 * console.log(errors[0]?.meaning, errors[0]?.resolution);
 *
 * @example
 * const { answer, errors } = await explain({ status: 402, body: await response.text() }, "openapi.yaml");
 */
export async function explain(
  asked: string | AnswerGiven,
  documents?: Documents,
  options: ExplainOptions = {},
): Promise<ExplainResult> {
  const { targets, problems: ofConfig, files: config } = askedFor(documents, options);
  const { reads, problems, files } = await readContracts(targets, options.root);
  const found = { problems: [...ofConfig, ...problems], sources: [...config, ...openedOf(files)] };
  const all = reads.flatMap((read) => (read ? [read.contract] : []));
  const contracts = contractsOfApi(options.api, all, reads, targets);
  if (contracts.length === 0) {
    const text = all.length === 0 ? "" : apiUnknown(options.api ?? "", all);
    return { ...refused(text).explained, text, ...found };
  }
  const how = { screen: { width: 80, colour: false }, options: "" };
  const outcome =
    typeof asked === "string"
      ? outcomeOfLookup(asked, lookUp(asked, contracts), contracts, how)
      : outcomeOfAnswer({ ...asked, headers: Object.entries(readHeaders(asked.headers)) }, contracts, how);
  return { ...outcome.explained, text: textOf(outcome), ...found };
}
