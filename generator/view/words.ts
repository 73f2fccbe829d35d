import type { Contract, ContractError } from "../model/contract.js";
import { humanise } from "../model/definitions/humanise.js";
import type { Retry } from "../runtime/category.js";
import type { RetryPolicy } from "../runtime/contract.js";
import { valueAt } from "../runtime/pointer.js";

/** What the docs say in words, wherever they say it. */

/** What to do with the request, in three words at most. */
export function retryInShort({ retry }: Pick<ContractError, "retry">): string {
  if (retry === undefined) return "By its status";
  return { never: "Do not retry", backoff: "Retry with care", "after-delay": "Wait, then retry" }[retry];
}

/** What a class of a style sheet, or a choice, is called. */
export function retryName({ retry }: Pick<ContractError, "retry">): string {
  return retry ?? "by-status";
}

/** The same with its reasons and figures, as Markdown. */
export function retryAdvice(error: ContractError, contract: Contract): string {
  if (
    error.retry === undefined &&
    error.statuses.length > 0 &&
    error.statuses.every((status) => status.startsWith("5"))
  )
    return "Failures of the server may pass; what it does not support (501, 505) stays so.";
  return adviceOn(error.retry, contract.retryPolicy, delayPlaces(error, contract));
}

/** What holds for all errors that are retried alike. */
export function retryAdviceInGeneral(retry: Retry | undefined, policy: RetryPolicy): string {
  return adviceOn(retry, policy, retry === "after-delay" ? "the answer" : "");
}

function adviceOn(retry: Retry | undefined, { attempts, base, cap }: RetryPolicy, places: string): string {
  const limits = `at most ${counted(cap, "second")}; ${counted(attempts, "attempt")} in all`;
  const pause = `about ${counted(base, "second")} at first, then twice as long each time`;
  if (retry === undefined)
    return "Too many requests and failures of the server may pass; other answers stay the same until something has changed.";
  if (retry === "never") return "The same request gives the same answer until something has changed.";
  if (retry === "backoff")
    return `Wait ${pause}, ${limits}. Only a request that is safe to repeat: GET, PUT and DELETE are, POST needs an idempotency key.`;
  const wait = places === "" ? `Wait ${pause}` : `Wait as long as ${places} says`;
  return `${wait}, ${limits}. Nothing was done yet, so any request may be repeated.`;
}

/** Where an answer says how long to wait. */
function delayPlaces({ headers, envelope, examples }: ContractError, { envelopes }: Contract): string {
  const header = headers.some((name) => name.toLowerCase() === "retry-after");
  const delay = envelopes.find(({ name }) => name === envelope)?.delay;
  const stated = delay !== undefined && examples.some(({ body }) => valueAt(body, delay) !== undefined);
  return [...(header ? ["`Retry-After`"] : []), ...(stated ? [`\`${delay}\` in the body`] : [])].join(" or ");
}

/** `1 error`, `2 errors`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** `404: Not found.` */
export function statusAndTitle(error: ContractError): string {
  const statuses = statusesInWords(error);
  return statuses === "" ? sentence(error.title) : `${statuses}: ${sentence(error.title)}`;
}

/** What stands for an error in a list: its title; of a code without a word in it the first sentence of its meaning. */
export function meaningInShort({ code, title, meaning }: Pick<ContractError, "code" | "title" | "meaning">): string {
  if (/\p{L}/u.test(code) || title !== humanise(code)) return title;
  const [first = ""] = meaning.trim().split(/(?<=[.!?])\s|\n/);
  return first.length <= 200 ? first.replace(/\.$/, "") : title;
}

/** A title, ended as a sentence is. */
export function sentence(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}

/** What an error means beyond what its title says: nothing, where a document says the same twice. */
export function meaningBeyondTitle({ title, meaning }: Pick<ContractError, "title" | "meaning">): string {
  const bare = (text: string) => text.trim().replace(/\.$/, "").toLowerCase();
  return bare(meaning) === bare(title) ? "" : meaning;
}

export function statusesInWords({ statuses }: ContractError): string {
  return statuses.join(", ");
}

/** What a choice is called. */
export function categoryName({ category }: Pick<ContractError, "category">): string {
  return category ?? "by-status";
}

export function categoryInWords({ category }: Pick<ContractError, "category">): string {
  return category?.replaceAll("_", " ") ?? "by its status";
}

/** What is to be said of an error that goes, or has gone. */
export function lifeInWords(error: ContractError): { state: string; advice: string } | undefined {
  if (error.retired)
    return { state: "Retired", advice: "The API no longer answers with it, and never will with another meaning." };
  return isDeprecated(error) ? { state: "Deprecated", advice: "Do not rely on it in new code." } : undefined;
}

/** Whether a code is on its way out: somebody says so, or what takes its place. */
export function isDeprecated({ deprecated, replacedBy }: Pick<ContractError, "deprecated" | "replacedBy">): boolean {
  return deprecated || replacedBy !== undefined;
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
