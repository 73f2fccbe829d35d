// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { codeIndex } from "./code-index.js";
import type { ParserContract } from "./contract.js";
import { own } from "./pointer.js";
import { statusKeys } from "./status.js";

/**
 * The listed code to treat an unlisted one as: the first rule that matches, else the status-only error of the status,
 * else the only listed error of the status; one that is listed under its range or `default` counts where none is listed
 * under the status itself. Undefined where there is no single one.
 */
export function closestCode(contract: ParserContract, code: string, status: number): string | undefined {
  const { closest = [], errors } = contract;
  const rule = closest.find(({ match }) => matchesGlob(code, match));
  if (rule) return rule.as;
  const keys = statusKeys(status);
  const statusOnly = keys.map((key) => `http_${key}`).find((name) => own(errors, name));
  if (statusOnly) return statusOnly;
  const { onlyOf } = codeIndex(contract);
  const key = keys.find((each) => onlyOf.has(each));
  return key && onlyOf.get(key);
}

/** Whether a code matches a pattern in which `*` stands for any run of characters. Linear: no backtracking. */
function matchesGlob(code: string, pattern: string): boolean {
  const [start = "", ...parts] = pattern.split("*");
  const end = parts.pop();
  if (end === undefined) return code === pattern;
  if (!code.startsWith(start)) return false;
  let rest = code.slice(start.length);
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.endsWith(end);
}
