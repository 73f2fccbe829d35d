import type { Problem } from "../../problem/problem.js";

/** A file that is written: one that is not there yet, or one that gets some lines more. */
export interface Writing {
  readonly kind: "new" | "edited";
  /** Where it is to be found, links resolved. */
  readonly path: string;
  readonly text: string;
  /** What stood there. */
  readonly before?: string;
}

/** Something left to a person: what to put where. */
export interface ByHand {
  readonly path: string;
  readonly why: string;
  readonly text: string;
}

/** What one part of `init` means to do. Nothing is written before all of them are drawn up. */
export interface Draft {
  readonly writings?: readonly Writing[];
  /** Files that are there already and stay as they are. */
  readonly kept?: readonly string[];
  readonly byHand?: readonly ByHand[];
  readonly problems?: readonly Problem[];
}

/** All parts as one. */
export function together(drafts: readonly Draft[]): Required<Draft> {
  return {
    writings: drafts.flatMap(({ writings = [] }) => writings),
    kept: [...new Set(drafts.flatMap(({ kept = [] }) => kept))],
    byHand: drafts.flatMap(({ byHand = [] }) => byHand),
    problems: drafts.flatMap(({ problems = [] }) => problems),
  };
}
