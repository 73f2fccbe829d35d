import { join } from "node:path";
import { measure } from "../measure.js";
import { median } from "../median.js";
import { figuresOf } from "./figures.js";
import type { Figures, Setting } from "./row.js";

/** A Node program as a side runs it. */
export interface Program {
  readonly args: readonly string[];
  /** Where it runs, in the folder of its row. Default: there. */
  readonly cwd?: string;
  /** What comes before it each time, and is not measured. */
  readonly before?: () => void;
}

/** Programs that are run one after another: one side of a row. */
export type Side = readonly Program[];

interface Ran {
  readonly seconds: number;
  readonly megabytes: number;
}

interface PairOfRuns {
  readonly ours: Ran;
  readonly theirs: Ran;
}

export interface Runs {
  readonly runs: readonly PairOfRuns[];
  readonly checked: string;
}

/** Runs both sides once, checks what they made, and measures them in turn. */
export async function runsOf(
  ours: Side,
  theirs: Side,
  { folder, runs, isShort }: Setting,
  check: () => string,
): Promise<Runs> {
  const once = async () => ({ ours: await runSide(ours, folder), theirs: await runSide(theirs, folder) });
  const first = await once();
  const checked = check();
  // The first run warms the caches of the system.
  if (isShort) return { runs: [first], checked };
  const measured: PairOfRuns[] = [];
  while (measured.length < runs) measured.push(await once());
  return { runs: measured, checked };
}

/** Measures both sides: the figures of processor time, with the memory of both. */
export async function timesOf(
  ours: Side,
  theirs: Side,
  setting: Setting,
  check: () => string,
  figureOf?: (run: { readonly ours: number; readonly theirs: number }) => number,
): Promise<Figures> {
  return timesIn(await runsOf(ours, theirs, setting, check), figureOf);
}

export function timesIn(
  { runs, checked }: Runs,
  figureOf?: (run: { readonly ours: number; readonly theirs: number }) => number,
): Figures {
  const seconds = runs.map((each) => ({ ours: each.ours.seconds, theirs: each.theirs.seconds }));
  const figures = figuresOf(seconds, "s", checked, figureOf);
  const megabytes = (side: keyof PairOfRuns) => median(runs.map((each) => each[side].megabytes));
  return {
    ...figures,
    ours: { ...figures.ours, megabytes: megabytes("ours") },
    theirs: { ...figures.theirs!, megabytes: megabytes("theirs") },
  };
}

/** Runs what stands at its programs' beginning, and each of them. */
export async function runSide(side: Side, folder: string): Promise<Ran> {
  const total = { seconds: 0, megabytes: 0 };
  for (const { args, cwd = ".", before } of side) {
    before?.();
    const { status, seconds, megabytes, said } = await measure(args, join(folder, cwd));
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${said}`);
    total.seconds += seconds;
    total.megabytes = Math.max(total.megabytes, megabytes);
  }
  return total;
}
