import { type Category, categoryOfStatus, type Retry, retryOfCategory } from "./category.js";
import type { ErrorRule } from "./contract.js";

/** The category of a rule: its own, else that of the status it stands for. */
export function categoryOf(rule: ErrorRule | undefined, answered: number): Category {
  return rule?.category ?? categoryOfStatus(statusOf(rule, answered));
}

/** The retry class of a rule: its own, else that of its category. */
export function retryOf(rule: ErrorRule | undefined, answered: number): Retry {
  return rule?.retry ?? retryOfCategory(categoryOf(rule, answered), statusOf(rule, answered));
}

/** The only status of a rule; that of the answer where the rule stands for several, for a range or for all. */
function statusOf(rule: ErrorRule | undefined, answered: number): number {
  const [only, ...others] = rule?.statuses ?? [];
  return (others.length === 0 && Number(only)) || answered;
}
