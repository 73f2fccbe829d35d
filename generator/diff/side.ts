import type { Contract } from "../model/contract.js";
import { parserContractOf } from "../model/derived/parser-contract.js";
import type { ParserContract } from "../runtime/contract.js";
import type { ContractData, ErrorData } from "../view/data/contract-data.js";
import { contractJson } from "../view/data/contract-json.js";
import { errorTypeName } from "../view/names.js";

/** One of the two contracts of a diff: what it says, and the parser that it gives. */
export interface Side {
  readonly data: ContractData;
  readonly parser: ParserContract;
}

export function sideOfContract(contract: Contract): Side {
  return {
    data: contractJson(contract) as ContractData,
    parser: parserContractOf(contract, errorTypeName(contract.id)),
  };
}

/** The statuses of each code by operation, status-only errors among the codes. */
export type StatusesOf = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** The same without codes that are retired: nobody answers with them. */
export function liveOf(side: Side): Side {
  return { ...side, data: { ...side.data, errors: side.data.errors.filter(({ retired }) => !retired) } };
}

/** The same with other names of codes, to be held against another: it reads no answers. */
export function withCodes(side: Side, names: ReadonlyMap<string, string>): Side {
  const nameOf = (code: string) => names.get(code) ?? code;
  const errors = side.data.errors.map((error) => ({ ...error, code: nameOf(error.code) }));
  const operations = side.data.operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map((response) => ({ ...response, codes: response.codes.map(nameOf) })),
  }));
  const rules = Object.entries(side.parser.errors).map(([code, rule]) => [nameOf(code), rule] as const);
  const parser = { ...side.parser, errors: Object.fromEntries(rules) };
  return { ...side, data: { ...side.data, errors, operations }, parser };
}

export function errorsByCode({ errors }: ContractData): ReadonlyMap<string, ErrorData> {
  return new Map(errors.map((error) => [error.code, error]));
}

/** Code, then operation, then its statuses there. */
export function statusesByCode({ errors, operations }: ContractData): StatusesOf {
  const found = new Map<string, Map<string, Set<string>>>();
  const add = (code: string, operation: string, status: string) => {
    const byOperation = found.get(code) ?? new Map<string, Set<string>>();
    const statuses = byOperation.get(operation) ?? new Set<string>();
    found.set(code, byOperation.set(operation, statuses.add(status)));
  };
  for (const { id, responses } of operations)
    for (const { status, codes } of responses) for (const code of codes) add(code, id, status);
  for (const { code, wire, operations: own, statuses } of errors)
    if (!wire) for (const id of own) for (const status of statuses) add(code, id, status);
  return found;
}
