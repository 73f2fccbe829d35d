const x = (count: number): string => "x".repeat(count);
const [smile, flag] = ["\u{1f600}", "\u{e0041}"];

/** Texts that are too long to be printed whole: what they begin with, what follows, and what is shown of that. */
export const cuts: readonly (readonly [start: string, rest: string, shown: string])[] = [
  [x(498), `${smile}y`, smile],
  [x(499), smile, ""],
  [x(499), `${smile}y`, ""],
  [x(494), "\0", "\\u0000"],
  [x(494), "\0y", "\\u0000"],
  ...[495, 496, 497, 498, 499].map((count) => [x(count), "\0y", ""] as const),
  [x(491), `${flag}y`, "\\u{e0041}"],
  ...[492, 495, 498, 499].map((count) => [x(count), `${flag}y`, ""] as const),
  ["", "\0".repeat(100), "\\u0000".repeat(83)],
  ["", `${smile.repeat(248)}\0${smile}`, smile.repeat(248)],
  // What was written so is no escape, and is cut like any other text.
  [x(499), "\\u0000", "\\"],
];
