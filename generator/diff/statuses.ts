import type { Difference } from "./change.js";
import { keptOperations } from "./kept-operations.js";
import { errorsByCode, type Side, statusesByCode } from "./side.js";
import { type Candidates, joined, newAnswers } from "./valid-answers.js";

/** Errors that came to operations, left them, or come with other statuses: one difference for each code and kind. */
export function compareStatuses(
  before: Side,
  after: Side,
  moved: ReadonlyMap<string, Difference | undefined>,
): Difference[] {
  const old = statusesByCode(before.data);
  const now = statusesByCode(after.data);
  const errors = errorsByCode(after.data);
  const kept = keptOperations(before, after);
  const found: Difference[] = [];
  for (const [code, error] of errors) {
    const was = old.get(code);
    const is = now.get(code);
    if (!was || !is || moved.has(code)) continue;
    const groups = new Map<string, { lost: string[]; gained: string[]; operations: string[] }>();
    const came: string[] = [];
    const left: string[] = [];
    for (const [from, id] of kept) {
      const [a, b] = [was.get(from), is.get(id)];
      if (a && !b) left.push(id);
      if (!a && b) came.push(id);
      if (!a || !b) continue;
      const lost = [...a].filter((status) => !b.has(status));
      const gained = [...b].filter((status) => !a.has(status));
      if (lost.length + gained.length === 0) continue;
      const key = JSON.stringify([lost, gained]);
      const group = groups.get(key) ?? { lost, gained, operations: [] };
      groups.set(key, { ...group, operations: [...group.operations, id] });
    }
    const total = [...kept.keys()].filter((id) => was.has(id)).length;
    for (const { lost, gained, operations } of groups.values()) {
      const rule = lost.length === 0 ? "status-added" : gained.length === 0 ? "status-removed" : "status-moved";
      const said = {
        "status-moved": `\`${code}\` comes with ${gained.join(", ")} instead of ${lost.join(", ")}`,
        "status-added": `\`${code}\` comes with ${gained.join(", ")} too`,
        "status-removed": `\`${code}\` does not come with ${lost.join(", ")} any more`,
      }[rule];
      const all = operations.length === total;
      const about = [...lost, ">", ...gained].join(" ");
      found.push({
        rule,
        code,
        message: said + from(operations, all),
        ...(all ? {} : { operations }),
        about,
        witness: newAnswers(after, { ...error, operations }, gained),
      });
    }
    if (came.length > 0 && error.retired === false)
      found.push({
        rule: "error-added",
        code,
        operations: came,
        message: `\`${code}\` may come${from(came)}`,
        witness: askedFor(came[0], newAnswers(after, error)),
      });
    if (left.length > 0)
      found.push({
        rule: "error-removed",
        code,
        operations: left,
        message: `\`${code}\` comes no more${from(left)}`,
      });
  }
  return [...found, ...[...moved].flatMap(([, difference]) => (difference ? [difference] : []))];
}

/** Status-only errors that are called after their status: one that went where another came. By the new code, and the old. */
export function movedBare(before: Side, after: Side): ReadonlyMap<string, Difference | undefined> {
  const [old, now] = [errorsByCode(before.data), errorsByCode(after.data)];
  const gone = before.data.errors.filter(({ code, wire }) => !wire && !now.has(code));
  const came = after.data.errors.filter(({ code, wire }) => !wire && !old.has(code));
  const moved = new Map<string, Difference | undefined>();
  for (const error of gone) {
    const key = JSON.stringify([...error.operations].sort());
    const [only, ...others] = came.filter(({ operations }) => JSON.stringify([...operations].sort()) === key);
    if (!only || others.length > 0 || moved.has(only.code)) continue;
    const message = `an answer without a code comes with ${only.statuses.join(", ")} instead of ${error.statuses.join(", ")}`;
    // Where a range or `default` is left for its status, that is what its answers are taken for.
    const around = after.data.errors.filter(({ wire, code }) => !wire && code !== only.code);
    const witness = joined([newAnswers(after, only), ...around.map((each) => newAnswers(after, each, error.statuses))]);
    moved.set(error.code, { rule: "status-moved", code: error.code, about: only.code, message, witness });
    moved.set(only.code, undefined);
  }
  return moved;
}

/** As clients read them that name the operation. */
function askedFor(operation: string | undefined, answers: Candidates): Candidates {
  return function* () {
    for (const candidate of answers()) yield { ...candidate, operation };
  };
}

/** ` from a, b, c and 2 more`: whose answers these are, where it is not all. */
function from(operations: readonly string[], all = false): string {
  return all || operations.length === 0 ? "" : ` from ${someOf(operations)}`;
}

/** By name, the first few of many. */
export function someOf(operations: readonly string[]): string {
  const first = operations.slice(0, 3).map((id) => `\`${id}\``);
  const more = operations.length - first.length;
  return `${first.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
