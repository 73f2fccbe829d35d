import { median } from "./median.js";

/** Some work, done as often as is asked. What it gives is awaited where it is a promise. */
export type Work = (times: number) => unknown;

/** How long to measure. A round that is too short for the clock of the processor gives no figure. */
export interface Rounds {
  readonly rounds: number;
  readonly milliseconds: number;
}

export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

const warmUps = 3;

/**
 * Microseconds of the processor for each of two kinds of work, done in turn, A B A B, so that what slows the machine
 * slows both.
 */
export async function inTurn(ours: Work, theirs: Work, { rounds, milliseconds }: Rounds): Promise<readonly Round[]> {
  const counts = [await countFor(ours, milliseconds), await countFor(theirs, milliseconds)] as const;
  const took: Round[] = [];
  while (took.length < rounds)
    took.push({ ours: await microseconds(ours, counts[0]), theirs: await microseconds(theirs, counts[1]) });
  return took;
}

/** How often a round does the work, once the work is compiled. */
async function countFor(work: Work, least: number): Promise<number> {
  let count = 100;
  const warm: number[] = [];
  while (warm.length < warmUps) {
    const milliseconds = ((await microseconds(work, count)) * count) / 1000;
    if (milliseconds < least) count = Math.ceil(count * Math.min(10, (1.3 * least) / Math.max(milliseconds, 0.001)));
    else warm.push(milliseconds / count);
  }
  return Math.max(1, Math.ceil(least / median(warm)));
}

async function microseconds(work: Work, count: number): Promise<number> {
  const begun = process.cpuUsage();
  await work(count);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / count;
}

export function repeated(work: () => unknown): Work {
  return (times) => {
    for (let left = times; left > 0; left -= 1) keep(work());
  };
}

export function repeatedAsync(work: () => Promise<unknown>): Work {
  return async (times) => {
    for (let left = times; left > 0; left -= 1) keep(await work());
  };
}

// What the compiler sees that nobody needs, it leaves out.
let kept: unknown;
process.once("exit", () => {
  if (kept === null) throw new Error("nothing was done");
});

function keep(value: unknown): void {
  kept = value;
}
