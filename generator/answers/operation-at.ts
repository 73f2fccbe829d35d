import type { Contract, Operation } from "../model/contract.js";
import { onceFor } from "../read/made-once.js";
import type { RequestGiven } from "../runtime/error.js";

/** The operation of an API that a request was for; undefined where its method or its path is none of them. */
export function operationOf({ method, url }: RequestGiven, contract: Contract): Operation | undefined {
  if (method === undefined || url === undefined) return undefined;
  const asked = method.toUpperCase();
  const place = typeof url === "string" ? url : url.href;
  // What answers GET answers HEAD, where the document does not say else.
  const own = operationAt(place, asked, contract);
  return own ?? (asked === "HEAD" ? operationAt(place, "GET", contract) : undefined);
}

/**
 * The operation that a URL or a path leads to: behind the path of the server, as a whole; else the longest that it ends in,
 * as proxies and gateways put something in front. A name in braces stands for anything, and what is spelt out goes first.
 */
export function operationAt(url: string, method: string | undefined, contract: Contract): Operation | undefined {
  const steps = stepsOf(url);
  const base = contract.server === undefined ? [] : stepsOf(contract.server);
  const behind = base.every((step, index) => step === steps[index]) ? steps.slice(base.length) : undefined;
  const isServer = behind !== undefined && contract.server !== undefined && originOf(url) === originOf(contract.server);
  const found = patternsOf(contract)
    .filter(({ operation }) => method === undefined || operation.method === method)
    .filter(({ pattern }) => endsAs(steps, pattern) && (isServer || pattern.some((step) => step.join("") !== "")))
    .map(({ operation, pattern }) => ({ operation, pattern, isWhole: pattern.length === behind?.length }));
  const whole = found.filter(({ isWhole }) => isWhole);
  const [best] = (whole.length > 0 ? whole : found.filter(({ pattern }) => pattern.length > 0)).sort(
    (a, b) => b.pattern.length - a.pattern.length || moreSpeltOut(a.pattern, b.pattern),
  );
  return best?.operation;
}

/** The operations that a path, as a whole, leads to: what is spelt out goes first. */
export function operationsOfPath(path: string, contract: Contract): Operation[] {
  const steps = stepsOf(path);
  return patternsOf(contract)
    .filter(({ pattern }) => pattern.length === steps.length && endsAs(steps, pattern))
    .sort((a, b) => moreSpeltOut(a.pattern, b.pattern))
    .map(({ operation }) => operation);
}

/** The texts of a step around its names in braces: of `{id}.json` they are nothing and `.json`. */
type Step = readonly string[];

const patternsOf = onceFor(({ operations }: Contract) =>
  operations.map((operation) => ({ operation, pattern: patternOf(operation.path) })),
);

function patternOf(path: string): Step[] {
  return stepsOf(path).map((step) => step.split(/\{[^{}]*\}/));
}

function stepsOf(url: string): string[] {
  const [bare = ""] = url.replace(/^[a-z]+:\/\/[^/?#]*/i, "").split(/[?#]/, 1);
  return bare
    .split("/")
    .filter((step) => step !== "")
    .map(decoded);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** `https://eu.acme.example`, in lower case; undefined of a path. */
function originOf(url: string): string | undefined {
  return /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0].toLowerCase();
}

function endsAs(steps: readonly string[], pattern: readonly Step[]): boolean {
  const last = steps.slice(steps.length - pattern.length);
  return pattern.length <= steps.length && pattern.every((step, index) => fits(last[index]!, step));
}

/** Whether a step has all the texts of a pattern, in their order, the first at its start and the last at its end. */
function fits(given: string, pattern: Step): boolean {
  const [first = "", ...rest] = pattern;
  const last = rest.pop();
  if (last === undefined) return given === first;
  if (!given.startsWith(first)) return false;
  let from = first.length;
  for (const text of rest) {
    const at = given.indexOf(text, from);
    if (at < 0) return false;
    from = at + text.length;
  }
  return given.length - last.length >= from && given.endsWith(last);
}

/** Below zero where the first is spelt out where the second has a name, at the first step in which they differ. */
function moreSpeltOut(a: readonly Step[], b: readonly Step[]): number {
  const rank = (step: Step) => (step.length === 1 ? Number.POSITIVE_INFINITY : step.join("").length);
  const index = a.findIndex((step, at) => rank(step) !== rank(b[at]!));
  return index < 0 ? 0 : rank(b[index]!) > rank(a[index]!) ? 1 : -1;
}
