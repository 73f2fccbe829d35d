import { type Category, categoryOfStatus, type Retry, retryOfCategory } from "../../runtime/category.js";

/** What follows from the statuses of an error. Undefined where they do not agree: it is by the status of the answer. */

export function categoryOfStatuses(keys: readonly string[]): Category | undefined {
  return agreed(covered(keys).map(categoryOfStatus));
}

/** With the category that the document states, or with that of each status. */
export function retryOfStatuses(keys: readonly string[], category?: Category): Retry | undefined {
  if (category === undefined)
    return agreed(covered(keys).map((status) => retryOfCategory(categoryOfStatus(status), status)));
  // What an author says of a range is meant for all of it: no status in it is singled out.
  return agreed(keys.map((key) => retryOfCategory(category, Number(key)))) ?? retryOfCategory(category, 0);
}

/** Statuses that tell apart what a range covers. */
const telling: Readonly<Record<string, readonly number[]>> = {
  "4XX": [400, 401, 429],
  "5XX": [500, 501, 503],
  default: [400, 401, 429, 500, 501, 503],
};

/** An error of which nobody knows the status comes with any. */
function covered(keys: readonly string[]): number[] {
  return (keys.length === 0 ? ["default"] : keys).flatMap((key) => telling[key] ?? [Number(key)]);
}

function agreed<Value>(values: readonly Value[]): Value | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
