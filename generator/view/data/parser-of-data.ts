import type { Contract, ContractError } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import type { ParserContract } from "../../runtime/contract.js";
import { errorTypeName } from "../names.js";
import type { ContractData, ErrorData } from "./contract-data.js";

const made = new WeakMap<object, ParserContract>();

/**
 * The tables of a parser, from an errors.json: those that the document itself gives. Of what is no errors.json at all,
 * none: no code is listed.
 */
export function parserOfData(data: ContractData): ParserContract {
  if (typeof data !== "object" || data === null) return nothing;
  const known = made.get(data) ?? parserOrNothing(data);
  made.set(data, known);
  return known;
}

const nothing: ParserContract = { api: "", name: "ApiError", envelopes: [], errors: {}, operations: {} };

function parserOrNothing(data: ContractData): ParserContract {
  try {
    return parserContractOf(contractOfData(data), errorTypeName(data.id));
  } catch {
    return nothing;
  }
}

/** The contract that an errors.json was made from, but for what it does not hold: sources, groups, where it is served. */
export function contractOfData(data: ContractData): Contract {
  return {
    ...data,
    server: undefined,
    envelopes: data.envelopes.map((envelope) => ({ literals: {}, ...envelope })),
    requestIdHeaders: data.requestIdHeaders ?? [],
    delayHeaders: data.delayHeaders ?? [],
    groups: [],
    errors: data.errors.filter(({ retired }) => !retired).map(errorOf),
    retired: data.errors.filter(({ retired }) => retired).map(errorOf),
    operations: data.operations.map((operation) => ({
      ...operation,
      summary: undefined,
      responses: operation.responses.map(({ codePointer, ...response }) => ({
        ...response,
        codePointer: codePointer ?? undefined,
        errors: [...response.codes, ...bareErrors(operation.id, response.status, data)],
      })),
    })),
  };
}

/** The status-only error of an answer, where the operation gives it. */
function bareErrors(operation: string, status: string, { errors }: ContractData): string[] {
  return errors
    .filter(({ wire, statuses, operations }) => !wire && statuses.includes(status) && operations.includes(operation))
    .map(({ code }) => code);
}

function errorOf(error: ErrorData): ContractError {
  return {
    ...error,
    wireType: error.wireType ?? "string",
    requiredHeaders: error.requiredHeaders ?? [],
    resolution: error.resolution ?? undefined,
    group: error.group ?? undefined,
    category: error.category ?? undefined,
    retry: error.retry ?? undefined,
    envelope: error.envelope ?? undefined,
    docs: error.docs ?? undefined,
    details:
      error.details === null
        ? undefined
        : { schema: error.details, optional: error.detailsRequired !== true, types: [] },
    fields: error.fields ?? undefined,
    examples: [],
    since: error.since ?? undefined,
    replacedBy: error.replacedBy ?? undefined,
    empty: error.empty ?? false,
    source: "",
  };
}
