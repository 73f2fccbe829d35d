import { type Change, changeOf, type Difference } from "./change.js";
import { compareErrors } from "./classes.js";
import { compareCodes } from "./codes.js";
import { compareEnvelopes } from "./envelopes.js";
import { metOf } from "./met.js";
import { compareOperations } from "./operations.js";
import { renamedCodes } from "./renames.js";
import { type ChangeLevel, rules } from "./rules.js";
import { liveOf, type Side, withCodes } from "./side.js";
import { compareStatuses, movedBare } from "./statuses.js";
import { type Candidates, joined, newAnswers, withHeader } from "./valid-answers.js";
import { confirm } from "./witness.js";

/** What changed between two contracts of an API, the worst first; each breaking change with an answer that shows it. */
export function compareContracts(before: Side, after: Side): Change[] {
  const renamed = renamedCodes(before, after);
  const [old, now] = [liveOf(withCodes(before, renamed)), liveOf(after)];
  const met = metOf(old, now);
  const moved = movedBare(old, now);
  const found: Difference[] = [
    ...compareApi(old, met),
    ...compareCodes(before, after, moved, renamed),
    ...compareStatuses(old, now, moved),
    ...compareOperations(old, now),
    ...compareEnvelopes(old, met),
    ...compareErrors(old, met),
  ];
  const changes = found.map((difference) => weighed(difference, before, after));
  return changes.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

const order: readonly ChangeLevel[] = ["breaking", "warning", "note"];

/** A change that no answer shows to break is a warning that says so. */
function weighed(difference: Difference, before: Side, after: Side): Change {
  const { level } = rules[difference.rule];
  const witness = confirm(difference, before, after);
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
    ...requestIdHeadersOf(before, after),
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

function requestIdHeadersOf(before: Side, after: Side): Difference[] {
  const headersOf = ({ parser }: Side) => parser.requestIdHeaders ?? ["X-Request-Id"];
  const [from, to] = [headersOf(before), headersOf(after)];
  const isSame = JSON.stringify(from).toLowerCase() === JSON.stringify(to).toLowerCase();
  if (isSame) return [];
  const message = `the request id stands in ${to.join(", ")}: it was in ${from.join(", ")}`;
  const witness = joined(to.map((name) => withHeader(answersOfAll(after), name, "req-1")));
  return [{ rule: "request-id-moved", about: "headers", message, witness }];
}

/** Answers that say how long to wait where the new contract says that it may stand. */
function delayAnswers(after: Side): Candidates {
  return joined((after.data.delayHeaders ?? []).map(({ name }) => withHeader(answersOfAll(after), name, "30")));
}

function answersOfAll(after: Side): Candidates {
  return joined(after.data.errors.map((error) => newAnswers(after, error)));
}
