import type { Contract, ContractError } from "../model/contract.js";
import type { RetryPolicy } from "../runtime/contract.js";

/** What the docs say in words, wherever they say it. */

export function retryInWords({ retry }: ContractError, { attempts, cap }: RetryPolicy): string {
  if (retry === "never") return "Not by itself: something has to change first.";
  if (retry === "backoff")
    return `After a pause that grows, if the request is safe to repeat; ${attempts} attempts in all, ${cap} seconds at most.`;
  return `After the delay that the answer states, or a growing pause where it states none; give up above ${cap} seconds.`;
}

export function statusesInWords({ statuses }: ContractError): string {
  return statuses.join(", ");
}

export function categoryInWords({ category }: ContractError): string {
  return category.replaceAll("_", " ");
}

/** The errors under their headings; those without a group come last, under `Other errors`, or alone under `Errors`. */
export function errorsByGroup(
  contract: Contract,
): { name: string; description: string | undefined; errors: ContractError[] }[] {
  const names = [...new Set(contract.errors.map(groupOf))];
  const alone = names.length === 1 ? "Errors" : "Other errors";
  return names.map((name) => ({
    name: name ?? alone,
    description: contract.groups.find((group) => group.name === name)?.description,
    errors: contract.errors.filter((error) => groupOf(error) === name),
  }));
}

function groupOf({ group, wire }: ContractError): string | undefined {
  return wire ? group : (group ?? "Errors without a listed code");
}
