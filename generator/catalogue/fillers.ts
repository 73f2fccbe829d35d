import type { ContractError } from "../model/contract.js";
import type { Classified } from "../runtime/error.js";
import { detailRows } from "../view/detail-rows.js";

/** What every error has, and a message may say. */
const ofEach = [
  ...["api", "code", "status", "message", "details", "fields", "requestId", "retryAfter"],
  ...["category", "operation", "request"],
] as const satisfies readonly (keyof Classified)[];

export const ofEveryError: readonly string[] = ofEach;

/** The members of the details of an error: `limit`, `quota.used`. None where none is declared. */
export function fillersOf({ details }: ContractError): string[] {
  if (details === undefined) return [];
  return detailRows(details)
    .map(({ name }) => name)
    .filter((name) => name !== "details" && !name.includes("[]"));
}
