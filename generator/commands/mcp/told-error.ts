import type { Contract, ContractError } from "../../model/contract.js";
import { indexContract } from "../../view/contract-index.js";
import { detailRows } from "../../view/detail-rows.js";
import { neighboursOf } from "../../view/neighbours.js";
import { bodyText, shownExamples } from "../../view/shown-examples.js";
import { isDeprecated, meaningInShort, retryAdvice } from "../../view/words.js";
import { told } from "./bounded.js";

/** An error in a list, in few words. */
export function errorInShort({ id }: Contract, error: ContractError): Readonly<Record<string, unknown>> {
  return {
    api: id,
    code: told(error.code, 300),
    statuses: error.statuses.slice(0, 20),
    title: told(meaningInShort(error), 200),
    category: error.category ?? "by-status",
    retry: error.retry ?? "by-status",
    ...(error.wire ? {} : { statusOnly: true }),
    ...(error.retired ? { retired: true } : isDeprecated(error) ? { deprecated: true } : {}),
  };
}

/** How many names are read one by one. */
const mostNames = 20;

/** All that there is to say of an error. */
export function errorInFull(contract: Contract, error: ContractError): Readonly<Record<string, unknown>> {
  const { causes, resolution, details, fields, operations, docs, since, replacedBy } = error;
  const [example] = shownExamples(error);
  const neighbours = neighboursOf(error, indexContract(contract)).shown;
  const rows = details === undefined ? [] : detailRows(details);
  return {
    ...errorInShort(contract, error),
    meaning: told(error.meaning, 2000),
    ...(causes.length > 0 && { causes: causes.slice(0, mostNames).map((cause) => told(cause, 300)) }),
    ...(resolution !== undefined && { resolution: told(resolution) }),
    ...(error.retired ? {} : { retryAdvice: told(retryAdvice(error, contract)) }),
    ...(rows.length > 0 && {
      details: rows.slice(0, 40).map(({ name, type, always, description }) => ({
        name: told(name, 200),
        type: told(type, 200),
        always,
        ...(description.trim() === "" ? {} : { description: told(description, 300) }),
      })),
    }),
    ...(fields !== undefined && { fieldErrorsAt: told(fields, 200) }),
    ...(error.headers.length > 0 && { headers: error.headers.slice(0, mostNames).map((name) => told(name, 100)) }),
    ...(example && {
      example: {
        status: example.status,
        body: example.body === undefined ? null : told(bodyText(example, contract), 2000),
      },
    }),
    operations: operations.slice(0, mostNames).map((id) => told(id, 200)),
    ...(operations.length > mostNames && { moreOperations: operations.length - mostNames }),
    ...(since !== undefined && { since: told(since, 100) }),
    ...(replacedBy !== undefined && { replacedBy: told(replacedBy, 300) }),
    ...(docs !== undefined && { docs: told(docs, 500) }),
    ...(neighbours.length > 0 && { notToBeTakenFor: neighbours.map((other) => told(other.code, 300)) }),
    definedBy: told(error.source, 300),
  };
}
