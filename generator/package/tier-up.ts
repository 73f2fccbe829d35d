import { setFlagsFromString } from "node:v8";

/**
 * How often code has run before V8 optimises it: nine times its own measure. A run ends in a second or two, and to optimise
 * what seems to be hot takes a fifth to a half of it, beside it on other threads, before it pays. What is hot for long still
 * gets there. By the versions of Node that this was measured on: an engine tells the user of a flag that it does not know.
 */
function flagsOf(node: number): readonly string[] {
  if ("bun" in process.versions) return [];
  if (node === 20) return ["--interrupt-budget=600000"];
  return node >= 22 && node <= 26
    ? ["--invocation-count-for-turbofan=27000", "--invocation-count-for-maglev=3600"]
    : [];
}

for (const flag of flagsOf(Number.parseInt(process.versions.node, 10))) setFlagsFromString(flag);
