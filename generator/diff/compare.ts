import { type Candidate, type Change, changeOf, type Difference } from "./change.js";
import { compareErrors } from "./classes.js";
import { compareCodes } from "./codes.js";
import { compareEnvelopes } from "./envelopes.js";
import { compareOperations } from "./operations.js";
import { renamedCodes } from "./renames.js";
import { type ChangeLevel, rules } from "./rules.js";
import { liveOf, type Side, withCodes } from "./side.js";
import { compareStatuses, movedBare } from "./statuses.js";
import { answersOf, confirm } from "./witness.js";

/** What changed between two contracts of an API, the worst first; each breaking change with an answer that shows it. */
export function compareContracts(before: Side, after: Side): Change[] {
  const renamed = renamedCodes(before, after);
  const [old, now] = [liveOf(withCodes(before, renamed)), liveOf(after)];
  const moved = movedBare(old, now);
  const found: Difference[] = [
    ...compareApi(old, now),
    ...compareCodes(before, after, moved, renamed),
    ...compareStatuses(old, now, moved),
    ...compareOperations(old, now),
    ...compareEnvelopes(old, now),
    ...compareErrors(old, now),
  ];
  const changes = found.map((difference) => weighed(difference, before, after));
  return changes.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

const order: readonly ChangeLevel[] = ["breaking", "warning", "note"];

/** A change that no answer shows to break is a warning that says so. */
function weighed(difference: Difference, before: Side, after: Side): Change {
  const { level } = rules[difference.rule];
  const witness = difference.witness && confirm(difference.witness, before, after);
  if (level !== "breaking" || witness || difference.witness === undefined)
    return changeOf(before.data.id, difference, level, witness);
  const message = `${difference.message}; no answer was found that the old parser misreads`;
  return changeOf(before.data.id, { ...difference, message }, "warning", undefined);
}

function compareApi(before: Side, after: Side): Difference[] {
  const [from, to] = [before.data, after.data];
  const said = (value: unknown) => JSON.stringify(value);
  return [
    ...(from.id === to.id
      ? []
      : [{ rule: "api-renamed" as const, about: to.id, message: `\`${from.id}\` is \`${to.id}\` now` }]),
    ...(said(from.closest) === said(to.closest)
      ? []
      : [
          {
            rule: "closest-changed" as const,
            message: "which listed code an unlisted one is treated as is said otherwise",
          },
        ]),
    ...(said(from.retryPolicy) === said(to.retryPolicy)
      ? []
      : [
          {
            rule: "retry-policy-changed" as const,
            message: `retries: ${to.retryPolicy.attempts} attempts, base ${to.retryPolicy.base} and cap ${to.retryPolicy.cap} seconds; it was ${from.retryPolicy.attempts}, ${from.retryPolicy.base} and ${from.retryPolicy.cap}`,
          },
        ]),
    ...(said(from.delayHeaders ?? []) === said(to.delayHeaders ?? [])
      ? []
      : [
          {
            rule: "delay-moved" as const,
            about: "headers",
            message: "other headers say how long to wait",
            witness: delayAnswers(after),
          },
        ]),
  ];
}

/** Answers that say how long to wait where the new contract says that it may stand. */
function delayAnswers(after: Side): Candidate[] {
  const [error] = after.data.errors;
  const [answer] = error ? answersOf(after, error) : [];
  if (!answer) return [];
  return (after.data.delayHeaders ?? []).map(({ name }) => ({
    answer: { ...answer, headers: { ...answer.headers, [name]: "30" } },
    validUnder: "new",
  }));
}
