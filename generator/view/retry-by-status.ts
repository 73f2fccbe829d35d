import type { ContractError } from "../model/contract.js";
import { categoryOfStatus, type Retry, retryOfCategory } from "../runtime/category.js";

/** Whether an error is retried as the status of its answer says: its statuses differ in that, as those of a range may. */
export function isRetriedByStatus({ isUsual, statuses }: Pick<ContractError, "isUsual" | "statuses">): boolean {
  const covered = statuses.flatMap((key) => examplesOf[key] ?? Number(key));
  return isUsual && new Set(covered.map(retryOfStatus)).size > 1;
}

/** What tells the statuses of a range apart; all but two of 5XX are retried alike. */
const examplesOf: Readonly<Record<string, readonly number[]>> = {
  "4XX": [400, 429],
  "5XX": [500],
  default: [400, 500],
};

function retryOfStatus(status: number): Retry {
  return retryOfCategory(categoryOfStatus(status), status);
}
