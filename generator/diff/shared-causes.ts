import type { Difference } from "./change.js";
import { joined } from "./valid-answers.js";

/** A difference of one error that others may have too, since they share a schema or an answer: what is said of them all. */
export type SharedDifference = Omit<Difference, "message" | "code"> & {
  readonly code: string;
  /** `of`: the codes, as they stand in a sentence. */
  readonly say: (of: string) => string;
};

/** One cause is one difference, however many errors show it. Where the same place says this of one and that of another, each stands alone. */
export function sharedCauses(found: readonly SharedDifference[]): Difference[] {
  const groups = new Map<string, SharedDifference[]>();
  for (const each of found) {
    const key = JSON.stringify([each.rule, each.about]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group): Difference[] => {
    const [first] = group;
    const isOne = new Set(group.map(({ say }) => say(""))).size === 1;
    if (!first || group.length === 1 || !isOne)
      return group.map(({ say, ...each }) => ({ ...each, message: say(`\`${each.code}\``) }));
    const { say, code: _, ...rest } = first;
    const witness = joined(group.map((each) => each.witness));
    return [{ ...rest, message: say(namesOf(group.map(({ code }) => code))), witness }];
  });
}

/** The first few of many. */
function namesOf(codes: readonly string[]): string {
  const shown = codes.slice(0, 3).map((code) => `\`${code}\``);
  return codes.length > shown.length ? `${shown.join(", ")} and ${codes.length - shown.length} more` : shown.join(", ");
}
