import type { Contract, ContractError, Operation } from "../model/contract.js";
import { allCodes } from "../model/derived/all-codes.js";
import { underStatus } from "../model/derived/under-status.js";
import { chooseEnvelope } from "../runtime/envelope.js";
import type { Deviation } from "../runtime/error.js";
import { coversStatus, statusKeys } from "../runtime/status.js";
import { printable } from "../runtime/text.js";
import { identify, parserOf, type Reading } from "./identify.js";
import { operationOf } from "./operation-at.js";
import type { Pasted } from "./pasted.js";
import type { Recorded, Told } from "./recorded.js";

/** What a recorded answer is by the contracts that it is held against. */
export type Weighed =
  /** An error of an API: its code is `http_<status>` where it has none. */
  | {
      readonly kind: "error";
      readonly contract: Contract;
      readonly code: string;
      /** Undefined: the contract does not list it. */
      readonly error: ContractError | undefined;
      readonly status: number | undefined;
      readonly operation: Operation | undefined;
      readonly deviations: readonly Deviation[];
    }
  /** One of which only the status was recorded. */
  | {
      readonly kind: "status";
      readonly contract: Contract;
      readonly status: number;
      readonly operation: Operation | undefined;
      readonly isDeclared: boolean;
    }
  /** One that another server sent, or of which nothing says whose it is. */
  | { readonly kind: "foreign" };

/** Undefined where an answer is no error. */
export function weigh(recorded: Recorded, contracts: readonly Contract[]): Weighed | undefined {
  const { status, request, told } = recorded;
  if (told) return ofTold(told, recorded, contracts);
  const { readings, status: read } =
    recorded.body === undefined ? within(recorded, contracts) : whole(recorded, contracts);
  const [reading, ...others] = readings;
  if (reading && hasCode(reading)) return others.length > 0 ? { kind: "foreign" } : ofReading(reading, read);
  if (status === undefined || status < 400) return undefined;
  if (recorded.body === undefined) return ofStatus(status, request, contracts);
  if (!reading || others.length > 0 || (request?.url !== undefined && !reading.operation)) return { kind: "foreign" };
  return isOfGateway(reading, status) ? { kind: "foreign" } : ofReading(reading, status);
}

interface Read {
  readonly readings: readonly Reading[];
  readonly status: number | undefined;
}

function whole(recorded: Pasted, contracts: readonly Contract[]): Read {
  return { readings: identify(recorded, contracts), status: recorded.status };
}

/** Of what may be the body, that which has a code of a contract; else the head alone, which may have one. */
function within({ within: bodies = [], status, headers, request }: Recorded, contracts: readonly Contract[]): Read {
  for (const candidate of [...bodies, { status, headers }]) {
    const read = whole({ ...candidate, status: candidate.status ?? status, request }, contracts);
    if (read.readings[0] && hasCode(read.readings[0])) return read;
  }
  return { readings: [], status };
}

/** Whether a code of the contract came, retired ones among them. */
function hasCode({ contract, answer }: Reading): boolean {
  return errorOf(contract, answer.code)?.wire === true;
}

function ofReading({ contract, answer, operation }: Reading, status: number | undefined): Weighed {
  const { code, deviations } = answer;
  return { kind: "error", contract, code, error: errorOf(contract, code), status, operation, deviations };
}

function errorOf(contract: Contract, code: string): ContractError | undefined {
  return allCodes(contract).find((error) => error.code === code);
}

function ofStatus(status: number, request: Recorded["request"], contracts: readonly Contract[]): Weighed {
  const asked = contracts.map((contract) => ({ contract, operation: request && operationOf(request, contract) }));
  const found = asked.filter(({ operation }) => operation);
  const [only, ...others] = request?.url === undefined ? asked : found;
  if (!only || others.length > 0) return { kind: "foreign" };
  const { contract, operation } = only;
  const isDeclared = isDeclaredBy(contract, operation, status);
  if (!isDeclared && ofGateways(status)) return { kind: "foreign" };
  return { kind: "status", contract, status, operation, isDeclared };
}

function isDeclaredBy({ errors }: Contract, operation: Operation | undefined, status: number): boolean {
  if (!operation) return errors.some(({ statuses }) => coversStatus(statuses, status));
  return operation.responses.some((response) => statusKeys(status).includes(response.status));
}

/** What stands in front of a server sends where that does not answer, in no envelope of it, and no contract declares. */
function isOfGateway({ contract, answer, operation }: Reading, status: number): boolean {
  if (!answer.code.startsWith("http_") || !ofGateways(status) || isDeclaredBy(contract, operation, status))
    return false;
  return chooseEnvelope(answer.body, parserOf(contract).envelopes) === undefined;
}

/** 499 is of nginx, and those from 520 on of Cloudflare. */
function ofGateways(status: number): boolean {
  return status === 499 || (status >= 502 && status <= 504) || status >= 520;
}

/** What a client's parser made of it, held against what the contract says now. */
function ofTold(told: Told, { status, request }: Recorded, contracts: readonly Contract[]): Weighed {
  const named = contracts.filter(({ id }) => told.api === undefined || id === told.api);
  const having = named.filter((contract) => errorOf(contract, told.code));
  const [contract, ...others] = having.length > 0 ? having : named;
  if (!contract || others.length > 0) return { kind: "foreign" };
  const { code } = told;
  const error = errorOf(contract, code);
  const operation =
    contract.operations.find(({ id }) => id === told.operation) ?? (request && operationOf(request, contract));
  const known = new Set(told.deviations.map((deviation) => JSON.stringify(deviation)));
  const departing = error ? departures(error, operation, status, contract) : [];
  const deviations = [...told.deviations, ...departing.filter((each) => !known.has(JSON.stringify(each)))];
  return { kind: "error", contract, code, error, status, operation, deviations };
}

/** As the parser and `underStatus` say it of an answer. */
function departures(
  { code, statuses }: ContractError,
  operation: Operation | undefined,
  status: number | undefined,
  contract: Contract,
): Deviation[] {
  const isGiven = operation === undefined || operation.responses.some(({ errors }) => errors.includes(code));
  const found = printable(code);
  const foreign = isGiven ? [] : [{ pointer: "", expected: `an error of ${operation.id}`, found }];
  if (status === undefined) return foreign;
  const isCovered = statuses.length === 0 || coversStatus(statuses, status);
  const expected = `status ${statuses.join(" or ")}`;
  const beside = operation && isGiven ? underStatus({ code, listed: true, status }, operation, contract) : undefined;
  return [
    ...foreign,
    ...(isCovered ? [] : [{ pointer: "", expected, found: `status ${status}` }]),
    ...(beside ? [beside] : []),
  ];
}
