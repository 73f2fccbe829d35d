import { existsSync } from "node:fs";
import type { Change } from "../../diff/change.js";
import { type Exception, isAbout, isExpired } from "../../diff/exceptions.js";
import { rules } from "../../diff/rules.js";
import { exceptionDay, exceptionExpired, exceptionRuleUnknown, exceptionUnmatched } from "../../problem/changes.js";
import type { Problem } from "../../problem/problem.js";
import { byPosition, problemAt, problemAtKey } from "../../read/position.js";
import { child, items, type Node, textAt } from "../../read/source.js";
import { readOwnFile } from "./own-file.js";

/** Where exceptions are looked for when nobody names a file. */
export const exceptionsName = "openapi-errors.exceptions.yaml";

/** An exception, and where it is written. */
export interface WrittenException extends Exception {
  readonly node: Node;
}

export type ExceptionsResult =
  | { readonly exceptions: readonly WrittenException[] }
  | { readonly problems: readonly Problem[] };

/** The exceptions of a file, or all that is wrong with it; the file of nobody's naming need not be there. */
export function readExceptions(named: string | undefined): ExceptionsResult {
  if (named === undefined && !existsSync(exceptionsName)) return { exceptions: [] };
  const read = readOwnFile(named ?? exceptionsName, "exceptions");
  const written = read.root ? items(child(read.root, "exceptions")) : [];
  const problems = [...read.problems, ...written.flatMap(problemsOf)].sort((a, b) =>
    byPosition(a.position, b.position),
  );
  return problems.length > 0 ? { problems } : { exceptions: written.map(exceptionOf) };
}

/** What no schema says of a text; of none, it says all. */
function problemsOf(node: Node): Problem[] {
  const rule = textAt(node, "rule")?.trim();
  const until = textAt(node, "until")?.trim();
  return [
    ...(rule && !Object.hasOwn(rules, rule)
      ? [problemAt(child(node, "rule"), exceptionRuleUnknown(rule, Object.keys(rules)))]
      : []),
    ...(until && !isDay(until) ? [problemAt(child(node, "until"), exceptionDay(until))] : []),
  ];
}

/** Whether a text is a day of the calendar: `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function exceptionOf(node: Node): WrittenException {
  const text = (key: string) => textAt(node, key);
  const operations = child(node, "operations").value as readonly string[] | undefined;
  return {
    node,
    rule: text("rule") ?? "",
    api: text("api") ?? "",
    code: text("code") ?? null,
    about: text("about"),
    operations,
    reason: text("reason") ?? "",
    until: text("until") ?? "",
  };
}

/** Exceptions that are past their day, or that nothing needs: of the APIs that were compared. */
export function staleExceptions(
  exceptions: readonly WrittenException[],
  changes: readonly Change[],
  apis: ReadonlySet<string>,
  today: string,
): Problem[] {
  return exceptions.flatMap((exception) => {
    const { rule, api, until, node } = exception;
    if (!apis.has(api)) return [];
    if (isExpired(exception, today)) return [problemAt(child(node, "until"), exceptionExpired(rule, until))];
    const isNeeded = changes.some((change) => isAbout(exception, change));
    return isNeeded ? [] : [problemAtKey(child(node, "rule"), exceptionUnmatched(rule))];
  });
}
