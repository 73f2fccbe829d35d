import type { Contract, ContractError } from "../model/contract.js";
import type { RetryPolicy } from "../runtime/contract.js";
import { valueAt } from "../runtime/pointer.js";

/** What the docs say in words, wherever they say it. */

export function retryInWords({ retry }: ContractError, { attempts, cap }: RetryPolicy): string {
  if (retry === "never") return "Not by itself: something has to change first.";
  if (retry === "backoff")
    return `After a pause that grows, if the request is safe to repeat; ${attempts} attempts in all, ${cap} seconds at most.`;
  return `After the delay that the answer states, or a growing pause where it states none; give up above ${cap} seconds.`;
}

/** What to do with the request, in three words at most. */
export function retryInShort({ retry }: Pick<ContractError, "retry">): string {
  return { never: "Do not retry", backoff: "Retry with care", "after-delay": "Wait, then retry" }[retry];
}

/** The same with its reasons and figures, as Markdown. */
export function retryAdvice(error: ContractError, contract: Contract): string {
  const { attempts, base, cap } = contract.retryPolicy;
  const limits = `at most ${seconds(cap)}; ${attempts} attempts in all`;
  const pause = `about ${seconds(base)} at first, then twice as long each time`;
  if (error.retry === "never") return "The same request gives the same answer until something has changed.";
  if (error.retry === "backoff")
    return `Wait ${pause}, ${limits}. Only a request that is safe to repeat: GET, PUT and DELETE are, POST needs an idempotency key.`;
  const places = delayPlaces(error, contract);
  if (places === "") return `Wait ${pause}, ${limits}. Nothing was done yet, so any request may be repeated.`;
  return `Wait as long as ${places} says, ${limits}. Nothing was done yet, so any request may be repeated.`;
}

/** Where an answer says how long to wait. */
function delayPlaces({ headers, envelope, examples }: ContractError, { envelopes }: Contract): string {
  const header = headers.some((name) => name.toLowerCase() === "retry-after");
  const delay = envelopes.find(({ name }) => name === envelope)?.delay;
  const stated = delay !== undefined && examples.some(({ body }) => valueAt(body, delay) !== undefined);
  return [...(header ? ["`Retry-After`"] : []), ...(stated ? [`\`${delay}\` in the body`] : [])].join(" or ");
}

function seconds(number: number): string {
  return counted(number, "second");
}

/** `1 error`, `2 errors`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function statusesInWords({ statuses }: ContractError): string {
  return statuses.join(", ");
}

export function categoryInWords({ category }: Pick<ContractError, "category">): string {
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
