import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { compareOutputs, writeOutputs } from "../../generator/write/write.js";
import { intercept, refusal } from "../write/file-system.js";
import { beforeKill, stateAfterKill, stateAfterRace } from "../write/killed.js";
import { anyActs, lostBy } from "../write/never-lost.js";
import { addHandwork, copyOf, newOutput, oldOutput, remains, stateOf } from "../write/outputs.js";
import { keepResult } from "./results.js";

// What the promises of writing come to: each call to the file system refused, each call a kill, ten runs at once, and what
// people write in between. `npm run bench:faults [races] [sequences] [every n-th call; default: each]`; all figures but the
// first of a line should be 0.

const races = Number(process.argv[2] ?? 5);
const sequences = Number(process.argv[3] ?? 2000);
const step = Number(process.argv[4] ?? 1);
const root = mkdtempSync(join(tmpdir(), "openapi-errors-faults-"));
const placeOf = (name: string) => {
  mkdirSync(join(root, name));
  return join(root, name);
};
let wrong = 0;

try {
  await faults();
  await kills();
  await concurrent();
  await people();
} finally {
  rmSync(root, { recursive: true, force: true });
}
process.exitCode = wrong > 0 ? 1 : 0;

async function faults(): Promise<void> {
  const before = placeOf("before");
  await writeOutputs([oldOutput(before)], false);
  addHandwork(before);
  const old = stateOf(before);
  const after = copyOf(before, join(root, "after"));
  let calls = 0;
  const count = intercept(after, () => {
    calls += 1;
  });
  await writeOutputs([newOutput(after)], false).finally(count);
  const made = stateOf(after);
  const codes = ["ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE"];
  const found = { points: 0, mixed: 0, lost: 0, left: 0 };
  for (const code of codes)
    for (let at = 1; at <= calls; at += step) {
      const folder = copyOf(before, join(root, "out"));
      const restore = intercept(folder, (name, call) => {
        if (call === at) throw refusal(code, name);
      });
      await writeOutputs([newOutput(folder)], false).finally(restore);
      await compareOutputs([newOutput(folder)], false);
      const state = stateOf(folder);
      found.points += 1;
      if (!isDeepStrictEqual(state, old) && !isDeepStrictEqual(state, made)) found.mixed += 1;
      if (!Object.values(state).some((text) => text.endsWith("edited\n"))) found.lost += 1;
      found.left += remains(folder).length;
      rmSync(folder, { recursive: true });
    }
  tell("faults", `fault points: ${found.points} (${codes.join(", ")})`, {
    "states neither old nor new": found.mixed,
    "files lost": found.lost,
    "temporary files left": found.left,
  });
}

async function kills(): Promise<void> {
  const folder = placeOf("killed");
  const { old, made, calls } = await beforeKill(folder);
  const found = { mixed: 0, left: 0, old: 0 };
  const points = Array.from({ length: Math.ceil(calls / step) }, (_, index) => index * step + 1);
  const count = points.length;
  const worker = async () => {
    for (let at = points.shift(); at !== undefined; at = points.shift()) {
      const { state, left } = await stateAfterKill(folder, at);
      if (isDeepStrictEqual(state, old)) found.old += 1;
      else if (!isDeepStrictEqual(state, made)) found.mixed += 1;
      found.left += left.length;
    }
  };
  await Promise.all([worker(), worker()]);
  tell("kills", `kill points: ${count} (${found.old} old, ${count - found.old - found.mixed} new)`, {
    "states neither old nor new": found.mixed,
    "temporary files left": found.left,
  });
}

async function concurrent(): Promise<void> {
  const folder = placeOf("raced");
  const { old, made } = await beforeKill(folder);
  const found = { bad: 0, left: 0, failed: 0 };
  for (let race = 0; race < races; race += 1) {
    const { state, left, failed } = await stateAfterRace(folder);
    if (!isDeepStrictEqual(state, old) && !isDeepStrictEqual(state, made)) found.bad += 1;
    found.left += left.length;
    found.failed += failed.length;
  }
  tell("races", `races of ten runs: ${races}`, {
    "bad states": found.bad,
    "runs that failed": found.failed,
    "temporary files left": found.left,
  });
}

async function people(): Promise<void> {
  let lost = 0;
  for (const [index, acts] of fc.sample(anyActs, sequences).entries()) {
    const folder = placeOf(`people-${index}`);
    lost += (await lostBy(acts, folder)).length;
    rmSync(folder, { recursive: true });
  }
  tell("people", `sequences of runs, kills and edits: ${sequences}`, { "files lost": lost });
}

function tell(name: string, what: string, figures: Readonly<Record<string, number>>): void {
  const sum = Object.values(figures).reduce((all, figure) => all + figure, 0);
  wrong += sum;
  keepResult(name, { tried: what, found: figures, isGood: sum === 0 });
  const list = Object.entries(figures).map(([figure, value]) => `${figure}: ${value}`);
  console.log(`${what}; ${list.join("; ")}`);
}
