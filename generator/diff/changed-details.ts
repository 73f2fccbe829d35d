import type { ErrorData } from "../view/data/contract-data.js";
import { changedAt, compareDetails, sampleOf } from "./details.js";
import { type Deviating, deviating, isWithin } from "./deviating-details.js";
import type { SharedDifference } from "./shared-causes.js";
import type { Side } from "./side.js";
import { type Candidates, madeAnswer, newAnswers, statusesUnder } from "./valid-answers.js";

/** How the details of an error that both have differ. */
export function detailsOf(was: ErrorData, is: ErrorData, before: Side, after: Side): SharedDifference[] {
  const { code } = is;
  if (was.details === null) return [];
  if (is.details === null) {
    const say = (of: string) => `${of} ${of.includes(",") ? "have" : "has"} no details any more`;
    return [{ rule: "details-removed", code, say, witness: newAnswers(after, is) }];
  }
  const sample = sampleOf(is.details);
  const found = compareDetails(was.details, is.details);
  const shape = before.parser.errors[code]?.details;
  // By values, as the parser does it: alternatives and maps differ in ways that no rule about a keyword finds.
  const unread = shape ? deviating(is.details, shape) : [];
  const isFound = ({ path }: Deviating) => found.some((each) => isWithin(each.path, path) || isWithin(path, each.path));
  const difference = (
    rule: SharedDifference["rule"],
    path: readonly string[],
    said: string,
    details: () => unknown[],
  ) => ({
    ...{ rule, code },
    about: path.join("."),
    say: (of: string) => `${said}, of ${of}`,
    witness: answersWith(after, is, details),
  });
  return [
    ...lostDetails(is, before, after).map((said) => difference("details-member-optional", [], said, () => [undefined])),
    ...found.map(({ rule, path, said, shown }) => {
      const others = () => unread.filter((each) => isWithin(path, each.path)).flatMap(({ details }) => details);
      return difference(rule, path, said, () => [changedAt(sample, path, shown), ...others()]);
    }),
    ...unread
      .filter((each) => !isFound(each))
      .map(({ path, said, details }) => difference("details-type-changed", path, said, () => [...details])),
  ];
}

/** Answers with some details, under each status of an error. */
function answersWith(after: Side, is: ErrorData, all: () => readonly unknown[]): Candidates {
  return function* () {
    for (const details of all())
      for (const status of statusesUnder(after, is)) {
        const answer = madeAnswer(after, is, details, status === undefined ? {} : { status });
        yield { answer, validUnder: "new" };
      }
  };
}

/** All of the details at once. */
function lostDetails({ code }: ErrorData, before: Side, after: Side): string[] {
  const [old, now] = [before, after].map(({ parser }) => parser.errors[code]?.details);
  if (!old || old.optional || !now?.optional) return [];
  return ["the details may be left out"];
}
