import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { nodeMeasured } from "./node-measured.js";

/** What V8 begins with, a megabyte or two, which one thread collects. */
const small = ["--semi-space-growth-factor=1", "--no-parallel-scavenge"];
/** As V8 has it by itself: up to 16 times that, and several threads. */
const growing = ["--semi-space-growth-factor=2", "--parallel-scavenge"];

/** In bytes: what a run holds that takes seconds. */
const much = 80e6;

/** Of a program, not of who uses the package as a library. */
let isShortRun = false;

/**
 * Keeps V8's space for new objects small: it fits the caches of a processor, where each page that was not touched before
 * costs more than what is collected once more often.
 */
export function keepYoungSmall(): void {
  if (nodeMeasured === undefined) return;
  for (const flag of small) setFlagsFromString(flag);
  isShortRun = true;
}

/** Between two parts of a run: lets that space grow where the run holds much. */
export function growYoungWhereMuch(): void {
  if (getHeapStatistics().used_heap_size >= much) growYoung();
}

/** Lets it grow at once, for a run that takes as long as what it is given. */
export function growYoung(): void {
  if (isShortRun) for (const flag of growing) setFlagsFromString(flag);
}
