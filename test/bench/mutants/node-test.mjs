import { mock } from "node:test";
import { lateness } from "./limits.mjs";

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

/** Runs one, and gives what it threw, or that it took too long. */
export async function thrownBy({ run }, limit) {
  const last = [];
  const context = { mock, after: (work) => last.push(work), skip: () => undefined, diagnostic: () => undefined };
  const late = lateAfter(limit);
  try {
    await Promise.race([run(context), late.comes]);
    return undefined;
  } catch (error) {
    return error ?? new Error("nothing was thrown");
  } finally {
    mock.reset();
    mock.timers.reset();
    // What a late one was to tidy up may be as late.
    for (const work of last.reverse()) await Promise.race([work(), late.comes]).catch(() => undefined);
    late.end();
  }
}

// The clock itself: tests have clocks of their own.
const { setTimeout, clearTimeout } = globalThis;

function lateAfter(limit) {
  if (limit === undefined) return { comes: new Promise(() => undefined), end: () => undefined };
  let timer;
  const comes = new Promise((_, reject) => {
    timer = setTimeout(reject, limit, new Error(lateness));
  });
  comes.catch(() => undefined);
  return { comes, end: () => clearTimeout(timer) };
}
