import type { JsonSchema } from "../model/contract.js";
import { coversStatus, statusKeys } from "../runtime/status.js";
import type { ErrorData, OperationData } from "../view/data/contract-data.js";
import { keptOperations } from "./kept-operations.js";
import type { Side } from "./side.js";

/** What clients of the old contract meet of the new one: its errors, in operations that both have, with the statuses that they have there. */
export function metOf(before: Side, after: Side): Side {
  const kept = new Set(keptOperations(before, after).values());
  if (kept.size === after.data.operations.length) return after;
  const operations = after.data.operations.filter(({ id }) => kept.has(id));
  const errors = after.data.errors.flatMap((error) => {
    if (error.operations.length === 0) return [error];
    const own = operations.filter(({ id }) => error.operations.includes(id));
    return own.length === 0
      ? asTheRest(error, operations, after)
      : [{ ...error, ...within(own, error), ...openDetails(error, kept, after) }];
  });
  return { ...after, data: { ...after.data, errors } };
}

/**
 * A status without a code that only new operations tell of: where others hold it in a range, answers are read by it, as it is
 * more precise, and say what those of the range do.
 */
function asTheRest(error: ErrorData, operations: readonly OperationData[], { data }: Side): ErrorData[] {
  const [status = "default"] = error.statuses;
  if (error.wire || status === "default") return [];
  const wider = Number(status) ? statusKeys(Number(status)).slice(1) : ["default"];
  for (const key of wider) {
    const rest = data.errors.find(({ code, wire }) => !wire && code === `http_${key}`);
    const isRest = ({ responses }: OperationData) =>
      wider.find((each) => responses.some((response) => response.status === each)) === key;
    const own = operations.filter(isRest).map(({ id }) => id);
    if (!rest || own.length === 0) continue;
    const { details, envelope, examples } = rest;
    return [{ ...error, details, envelope, examples, operations: own }];
  }
  return [];
}

function within(own: readonly OperationData[], { code, wire, statuses }: ErrorData) {
  const giving = own.flatMap(({ responses }) => responses).filter(({ codes }) => !wire || codes.includes(code));
  // A status may be told more precisely than the answers are.
  const isGiven = (status: string) =>
    giving.some(({ status: key }) => key === status || coversStatus([key], Number(status)));
  return { operations: own.map(({ id }) => id), statuses: statuses.filter(isGiven) };
}

/** What a body may hold whose code nobody listed is what those hold that are listed beside it: of the answers that are met. */
function openDetails({ wire, statuses, details }: ErrorData, kept: ReadonlySet<string>, { data }: Side) {
  if (wire || !Array.isArray(details?.anyOf)) return {};
  const beside = (isMet: boolean) => {
    const operations = data.operations.filter(({ id }) => kept.has(id) === isMet);
    const codes = new Set(
      operations.flatMap(({ responses }) =>
        responses.flatMap((response) => (statuses.includes(response.status) ? response.codes : [])),
      ),
    );
    const own = data.errors.filter(({ code }) => codes.has(code));
    return new Set(own.map((error) => JSON.stringify(error.details)));
  };
  const [met, others] = [beside(true), beside(false)];
  const isMet = (each: unknown) => met.has(JSON.stringify(each)) || !others.has(JSON.stringify(each));
  const alternatives = (details.anyOf as readonly JsonSchema[]).filter(isMet);
  const [only, ...more] = alternatives;
  return only === undefined ? {} : { details: more.length === 0 ? only : { ...details, anyOf: alternatives } };
}
