import type { Position, Problem } from "./problem.js";

/** A finding where it stands first, and the other places of which the same is to be said. */
export interface Told extends Problem {
  readonly others: readonly Position[];
}

/** Equal findings are one for who reads them: what hundreds of places have in common is read once. */
export function withEqualOnes(problems: readonly Problem[]): Told[] {
  const byText = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { code, level, message, fix } = problem;
    const key = JSON.stringify([code, level, message, fix]);
    if (!byText.get(key)?.push(problem)) byText.set(key, [problem]);
  }
  return [...byText.values()].map(([first, ...others]) => ({
    ...first!,
    others: others.map(({ position }) => position),
  }));
}
