import type { ContractError } from "../../model/contract.js";
import { errorsOfStatus } from "../../view/statuses.js";
import type { Entry } from "../explain/lookup.js";
import { told } from "./bounded.js";
import type { NamedOperation } from "./operations.js";
import { Refusal } from "./refusal.js";
import type { ReadApi } from "./workspace.js";

/** What is asked of errors; what is undefined is not asked. */
export interface Wanted {
  readonly operations: readonly NamedOperation[] | undefined;
  readonly status: string | undefined;
  readonly category: string | undefined;
  readonly retry: string | undefined;
  readonly text: string | undefined;
}

/** An error that is as it was asked for, and the statuses that it has there. */
export interface Selected extends Entry {
  readonly statuses: readonly string[];
}

const aStatus = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

/** In the order of the contracts. */
export function selectErrors(apis: readonly ReadApi[], wanted: Wanted): Selected[] {
  const { operations, category, retry, text } = wanted;
  if (wanted.status !== undefined && !aStatus.test(wanted.status))
    throw new Refusal(`\`status\` is to be one like 404, 4XX or default, not \`${told(wanted.status, 50)}\``);
  const letters = text?.toLowerCase();
  return apis.flatMap((api) => {
    const { contract } = api;
    const own = operations?.filter((each) => each.contract === contract);
    return errorsWith(wanted.status, api)
      .filter((error) => own === undefined || own.some(({ operation }) => error.operations.includes(operation.id)))
      .filter((error) => category === undefined || error.category === category)
      .filter((error) => retry === undefined || error.retry === retry)
      .filter((error) => letters === undefined || holds(error, letters))
      .map((error) => ({ contract, error, statuses: own === undefined ? error.statuses : statusesAt(error, own) }));
  });
}

function errorsWith(status: string | undefined, { contract }: ReadApi): readonly ContractError[] {
  if (status === undefined) return contract.errors;
  return status.toLowerCase() === "default"
    ? contract.errors.filter(({ statuses }) => statuses.includes("default"))
    : errorsOfStatus(status.toUpperCase(), contract);
}

/** The statuses that an error has where these operations give it. */
function statusesAt({ code, statuses }: ContractError, operations: readonly NamedOperation[]): readonly string[] {
  const own = operations.flatMap(({ operation }) =>
    operation.responses.flatMap(({ status, errors }) => (errors.includes(code) ? [status] : [])),
  );
  return own.length === 0 ? statuses : [...new Set(own)];
}

function holds({ code, title, meaning, causes }: ContractError, letters: string): boolean {
  return [code, title, meaning, ...causes].some((each) => each.toLowerCase().includes(letters));
}
