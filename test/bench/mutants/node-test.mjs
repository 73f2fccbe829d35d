import { mock } from "node:test";

/**
 * What tests know of node:test, for tests that are run hundreds of times in one process: they are listed as they are
 * told, and run one by one by whoever reads the list.
 */
const suites = [];
let listed = [];

/** What was told since the last time that it was asked for. */
export function takeTests() {
  const tests = listed;
  listed = [];
  return tests;
}

export function describe(name, ...rest) {
  suites.push(name);
  rest.at(-1)();
  suites.pop();
}

export function test(name, ...rest) {
  const options = typeof rest[0] === "function" ? {} : rest[0];
  if (options?.skip) return;
  listed.push({ name: [...suites, name].join(" "), run: rest.at(-1) });
}

/** Runs one, and gives what it threw. */
export async function thrownBy({ run }) {
  const last = [];
  const context = { mock, after: (work) => last.push(work), skip: () => undefined, diagnostic: () => undefined };
  try {
    await run(context);
    return undefined;
  } catch (error) {
    return error ?? new Error("nothing was thrown");
  } finally {
    mock.reset();
    mock.timers.reset();
    for (const work of last.reverse()) await work();
  }
}
