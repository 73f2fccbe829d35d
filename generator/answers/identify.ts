import type { Contract, Envelope, Operation } from "../model/contract.js";
import { parserContractOf } from "../model/derived/parser-contract.js";
import { underStatus } from "../model/derived/under-status.js";
import { onceFor } from "../read/made-once.js";
import { classifyAnswer } from "../runtime/classify.js";
import type { Classified } from "../runtime/error.js";
import { valueAt } from "../runtime/pointer.js";
import { errorTypeName } from "../view/names.js";
import { operationOf } from "./operation-at.js";
import type { Pasted } from "./pasted.js";

/** A pasted answer as the parser of one API reads it. */
export interface Reading {
  readonly contract: Contract;
  readonly answer: Classified;
  /** What was asked for, where the text says it and the API has it. */
  readonly operation: Operation | undefined;
}

/** The APIs whose parser reads the answer best: more than one where nothing tells them apart. */
export function identify(pasted: Pasted, contracts: readonly Contract[]): Reading[] {
  const readings = contracts.map((contract) => read(pasted, contract));
  const ranked = readings
    .map((reading) => ({ reading, rank: rankOf(reading) }))
    .sort((a, b) => compare(b.rank, a.rank));
  return ranked.filter(({ rank }) => compare(rank, ranked[0]!.rank) === 0).map(({ reading }) => reading);
}

/** Of a recording, thousands of answers are read by one. */
export const parserOf = onceFor((contract: Contract) => parserContractOf(contract, errorTypeName(contract.id)));

/** Where only a body was pasted, the status is that of its code; 0 where it has none that is listed. */
function read({ status, headers, body, request }: Pasted, contract: Contract): Reading {
  const parser = parserOf(contract);
  const operation = request && operationOf(request, contract);
  const as = (status: number): Classified =>
    classifyAnswer(parser, { status, headers, body }, { operation: operation?.id, request });
  const first = as(status ?? 0);
  const error = contract.errors.find(({ code }) => code === first.closest);
  const stated = error?.statuses.find((key) => /^\d+$/.test(key));
  const answer = status !== undefined || stated === undefined ? first : as(Number(stated));
  const beside = status === undefined ? undefined : operation && underStatus(answer, operation, contract);
  const deviations = beside ? [...answer.deviations, beside] : answer.deviations;
  return { contract, operation, answer: { ...answer, deviations } };
}

/** A code of the API before none, what it was asked for, few deviations before many, much understood before little. */
function rankOf({ contract, answer, operation }: Reading): number[] {
  const own = contract.errors.some(({ code, wire }) => wire && code === answer.code);
  const understood = Math.max(0, ...contract.envelopes.map((envelope) => heldBy(answer.body, envelope)));
  return [own ? 1 : 0, operation ? 1 : 0, -answer.deviations.length, understood, answer.closest === undefined ? 0 : 1];
}

/** How many of the places that an envelope names a body has. */
function heldBy(body: unknown, { code, message, details, requestId, fields, field, literals }: Envelope): number {
  // A body that is no text is no code.
  const ownCode = code === "" && typeof body === "object" ? undefined : code;
  const pointers = [ownCode, message, details, requestId, fields, field].filter((pointer) => pointer !== undefined);
  const present = pointers.filter((pointer) => valueAt(body, pointer) !== undefined).length;
  return present + Object.entries(literals).filter(([pointer, value]) => valueAt(body, pointer) === value).length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - b[index]!).find((difference) => difference !== 0) ?? 0;
}
