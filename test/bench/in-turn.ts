/** Some work, done as often as is asked. What it gives is awaited where it is a promise. */
export type Work = (times: number) => unknown;

/** What one round of a side should at least take: what the clock of the processor can't tell apart is no figure. */
const roundMilliseconds = 40;
const rounds = 9;
const warmUps = 3;

/**
 * Microseconds of the processor for each of two kinds of work, done in turn, A B A B, so that what slows the machine
 * slows both: the medians of their rounds.
 */
export async function inTurn(a: Work, b: Work): Promise<readonly [a: number, b: number]> {
  const works = [a, b] as const;
  const counts = [await countFor(a), await countFor(b)] as const;
  const took: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1)
    for (const side of [0, 1] as const) took[side].push(await microseconds(works[side], counts[side]));
  return [median(took[0]), median(took[1])];
}

/** How often a round does the work, once the work is compiled. */
async function countFor(work: Work): Promise<number> {
  let count = 100;
  for (let warmUp = 0; warmUp < warmUps; ) {
    const milliseconds = ((await microseconds(work, count)) * count) / 1000;
    if (milliseconds < roundMilliseconds)
      count = Math.ceil(count * Math.min(10, (1.3 * roundMilliseconds) / milliseconds));
    else warmUp += 1;
  }
  return count;
}

async function microseconds(work: Work, count: number): Promise<number> {
  const begun = process.cpuUsage();
  await work(count);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / count;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
