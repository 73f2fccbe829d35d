import type { TestContext } from "node:test";

/** The longest time that a timer of the platform holds. */
export const longest = 2 ** 31 - 1;

/** A clock whose timers are those of the platform: one that is too long goes off after a millisecond. */
export function fakeClock(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const faked = globalThis.setTimeout;
  const asked: number[] = [];
  const asOnThePlatform = (run: () => void, milliseconds: number) => {
    asked.push(milliseconds);
    return faked(run, milliseconds > longest || !(milliseconds >= 1) ? 1 : milliseconds);
  };
  t.mock.method(globalThis, "setTimeout", asOnThePlatform);
  const settled = async () => {
    for (let i = 0; i < 5; i += 1) await new Promise(setImmediate);
  };
  return {
    /** How long the timers were made for. */
    asked,
    pass: async (milliseconds: number) => {
      // In steps: a mocked clock does not run timers that are made while it ticks.
      for (let left = milliseconds; left > 0; left -= longest) {
        await settled();
        t.mock.timers.tick(Math.min(left, longest));
      }
      await settled();
    },
  };
}
