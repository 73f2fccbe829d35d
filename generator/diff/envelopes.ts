import type { EnvelopeData, ErrorData } from "../view/data/contract-data.js";
import type { Answered, Difference } from "./change.js";
import { sampleOf } from "./details.js";
import { movesBetween } from "./envelope-moves.js";
import { errorsByCode, type Side } from "./side.js";
import { type Candidates, candidates, joined, madeAnswer, newAnswers } from "./valid-answers.js";

/** What stands elsewhere in the bodies: one difference for each move, with how many errors share it. */
export function compareEnvelopes(before: Side, after: Side): Difference[] {
  const old = errorsByCode(before.data);
  const groups = new Map<string, { difference: Difference; codes: string[]; witness: Candidates[] }>();
  for (const error of after.data.errors) {
    const was = old.get(error.code);
    const [from, to] = [was && envelopeOf(before, was), envelopeOf(after, error)];
    if (!from) continue;
    for (const difference of to ? movesBetween(from, to) : bodyRemoved) {
      if (difference.rule === "details-moved" && (was?.details === null || error.details === null)) continue;
      const key = `${difference.rule} ${difference.about}`;
      const group = groups.get(key) ?? { difference, codes: [], witness: [] };
      const delays: Candidates = () => candidates(to ? delaysOf(after, error, to) : [], "new");
      group.codes.push(error.code);
      group.witness.push(newAnswers(after, error), delays);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ difference, codes, witness }) => {
    const all = codes.length === after.data.errors.length;
    const [only, ...others] = codes;
    const of = all ? "" : others.length === 0 ? ` in \`${only}\`` : ` in ${codes.length} errors, \`${only}\` the first`;
    return {
      ...difference,
      ...(others.length === 0 && !all && only !== undefined ? { code: only } : {}),
      message: `${difference.message}${of}`,
      witness: joined(witness),
    };
  });
}

const bodyRemoved: readonly Difference[] = [
  { rule: "body-removed", message: "answers have no body any more that is declared" },
];

/** An answer whose body alone says how long to wait, where it has a place for that. */
function delaysOf(side: Side, error: ErrorData, { delay }: EnvelopeData): Answered[] {
  if (delay === undefined) return [];
  const made = madeAnswer(side, error, error.details === null ? undefined : sampleOf(error.details), {
    retryAfter: 30,
  });
  const { "retry-after": _, ...headers } = made.headers;
  return [{ ...made, headers }];
}

export function envelopeOf({ data }: Side, { envelope }: ErrorData): EnvelopeData | undefined {
  return data.envelopes.find(({ name }) => name === envelope);
}
