import { setFlagsFromString } from "node:v8";
import { nodeMeasured } from "./node-measured.js";
import { keepYoungSmall } from "./young-generation.js";

/**
 * How often code has run before V8 optimises it: nine times its own measure. A run ends in a second or two, and to optimise
 * what seems to be hot takes a fifth to a half of it, beside it on other threads, before it pays. What is hot for long still
 * gets there.
 */
function tierUpFlags(): readonly string[] {
  if (nodeMeasured === undefined) return [];
  if (nodeMeasured === 20) return ["--interrupt-budget=600000"];
  return ["--invocation-count-for-turbofan=27000", "--invocation-count-for-maglev=3600"];
}

for (const flag of tierUpFlags()) setFlagsFromString(flag);
keepYoungSmall();
