import { readFileSync, writeFileSync } from "node:fs";

/**
 * How long each test may take, by how long it took where nothing was changed: one that waits for what never comes is ended
 * after seconds, and not together with its process. Kept in a file, for the processes that follow.
 */
const file = "mutants-times.json";

export function keepTimes(tests) {
  writeFileSync(file, JSON.stringify(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))));
}

/** What is said of a test that took longer. */
export const lateness = "not done in time";

/** In milliseconds; without an end where no time is known. */
export function limitOf(id) {
  const time = times()[id];
  return time === undefined ? undefined : 3000 + 4 * time;
}

let known;

function times() {
  try {
    known ??= JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // Nothing has run yet.
  }
  return known ?? {};
}
