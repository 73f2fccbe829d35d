// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { ParserContract } from "./contract.js";

/**
 * The listed code to treat an unlisted one as: the first rule that matches, else the status-only error of the status,
 * else the only listed error of the status. Undefined where there is no single one.
 */
export function closestCode(contract: ParserContract, code: string, status: number): string | undefined {
  const rule = contract.closest?.find(({ match }) => matchesGlob(code, match));
  if (rule) return rule.as;
  const range = `${Math.trunc(status / 100)}XX`;
  const statusOnly = [`http_${status}`, `http_${range}`, "http_default"];
  const named = statusOnly.find((name) => Object.hasOwn(contract.errors, name));
  if (named) return named;
  const sameStatus = Object.keys(contract.errors).filter((name) =>
    contract.errors[name]!.statuses.includes(String(status)),
  );
  return sameStatus.length === 1 ? sameStatus[0] : undefined;
}

/** Whether a code matches a pattern in which `*` stands for any run of characters. Linear: no backtracking. */
function matchesGlob(code: string, pattern: string): boolean {
  const [start = "", ...parts] = pattern.split("*");
  const end = parts.pop();
  if (end === undefined) return code === pattern;
  if (code.length < start.length + end.length || !code.startsWith(start) || !code.endsWith(end)) return false;
  const middle = code.slice(start.length, code.length - end.length);
  let from = 0;
  return parts.every((part) => {
    const at = middle.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
