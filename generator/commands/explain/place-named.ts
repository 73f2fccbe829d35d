import type { Contract } from "../../model/contract.js";

/**
 * The path, with its method where one is named, of the operation that a line is about: `GET https://acme.example/v1/orders/7`
 * is `GET /orders/{id}`. Of several paths that end so, the longest.
 */
export function placeNamed(text: string, contracts: readonly Contract[]): string | undefined {
  const [, method, given] = /^\s*(?:([A-Za-z]{3,7})\s+)?((?:https?:\/\/|\/)\S*)\s*$/.exec(text) ?? [];
  if (given === undefined) return undefined;
  const steps = stepsOf(given.replace(/^https?:\/\/[^/?#]*/i, ""));
  const operations = contracts.flatMap((contract) => contract.operations);
  const found = operations
    .filter((operation) => method === undefined || operation.method === method.toUpperCase())
    .filter(({ path }) => endsAs(steps, stepsOf(path)))
    .sort((a, b) => stepsOf(b.path).length - stepsOf(a.path).length);
  const [best] = found;
  return best === undefined ? undefined : method === undefined ? best.path : `${best.method} ${best.path}`;
}

function stepsOf(path: string): string[] {
  const [bare = ""] = path.split(/[?#]/, 1);
  return bare.split("/").filter((step) => step !== "");
}

/** Whether a path ends as another does, in which a name in braces stands for any step; one in braces alone says nothing. */
function endsAs(steps: readonly string[], pattern: readonly string[]): boolean {
  const last = steps.slice(steps.length - pattern.length);
  const isName = (step: string) => step.startsWith("{");
  return (
    pattern.length > 0 &&
    pattern.length <= steps.length &&
    !pattern.every(isName) &&
    pattern.every((step, index) => isName(step) || step === last[index])
  );
}
