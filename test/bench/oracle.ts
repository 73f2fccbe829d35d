import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { compareContracts } from "../../generator/diff/compare.js";
import { documentOf } from "../diff/random/document.js";
import { judgePair } from "../diff/random/pair.js";
import { anyRewrites, rewritten, textOf } from "../diff/random/same.js";
import { inMemory, sideOf, unprovenSideOf } from "../diff/random/side-of.js";
import { anySpec } from "../diff/random/spec.js";
import { anySteps } from "../diff/random/steps.js";
import { keepResult } from "./results.js";

/**
 * Holds `diff` against an oracle that knows neither its rules nor its witnesses: random contracts, what becomes of them in
 * one to four steps, and answers made of the new contract, each read by the parsers of both.
 *
 * What has to be so: an answer that the new contract allows, of an operation that the old one has, is rejected or mistyped
 * by the old parser if and only if some change is told of its error (or of all) that is about what is misread. Rejected:
 * it is no listed code, or deviates, where for the new parser it is one and does not. Mistyped: code, category, retry,
 * closest, message, details, field errors, request id or delay differ; what the old contract never said, nobody misses.
 * A change is breaking, unless its rule only warns (`diff --rules`): codes and statuses that came, retries that became
 * more patient, categories, `closest`. A removed code is shown by an answer of the old contract. Names of APIs and
 * operations, and tombstones, are apart: no answer shows them.
 *
 * Counted apart: a miss (misread, nothing told), lowered (told as what no answer shows, though one does), unconfirmed (breaking,
 * and its witness is read alike by both), a false alarm (breaking, and no answer of the oracle's is misread).
 *
 * Run: npm run bench:oracle -- [--pairs 2000] [--same 2000] [--seed 1] [--path of a failure]
 */
const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "2000" },
    same: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    path: { type: "string" },
  },
});
/** Failures are told of by the batch: a batch ends with its first. */
const batch = 250;
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-oracle-"));
const counted = { pairs: 0, same: 0, refused: 0, answers: 0, unread: 0, changes: 0, breaking: 0 };
const found: Record<string, number> = {
  miss: 0,
  lowered: 0,
  unconfirmed: 0,
  "false alarm": 0,
  "change of the same": 0,
};
const began = process.cpuUsage();

const pair = fc.property(anySpec, anySteps, fc.boolean(), (spec, steps, withExamples) => {
  const judged = judgePair(spec, steps, withExamples);
  if (!judged) counted.refused += 1;
  fc.pre(judged !== undefined);
  counted.pairs += 1;
  counted.answers += judged.answers;
  counted.unread += judged.unread;
  counted.changes += judged.changes.length;
  counted.breaking += judged.changes.filter(({ level }) => level === "breaking").length;
  const [fault] = judged.faults;
  if (fault)
    throw new Error(
      `${fault.kind}: ${fault.said}\ntold: ${judged.changes.map(({ rule, level, message }) => `${rule} ${level}: ${message}`).join("; ")}`,
    );
});

const same = fc.property(anySpec, anyRewrites, (spec, names) => {
  const old = unprovenSideOf(inMemory(documentOf(spec)));
  const written = rewritten(spec, names);
  for (const [name, document] of Object.entries(written.beside))
    writeFileSync(join(folder, name), JSON.stringify(document));
  const path = join(folder, "openapi.json");
  const text = textOf(written);
  if (Object.keys(written.beside).length > 0) writeFileSync(path, text);
  const now = unprovenSideOf({ path: written.yaml ? join(folder, "openapi.yaml") : path, text }, folder);
  if (!("side" in old)) counted.refused += 1;
  fc.pre("side" in old);
  if (!("side" in now))
    throw new Error(`change of the same: refused: ${now.problems.find(({ level }) => level === "error")?.message}`);
  counted.same += 1;
  const changes = [...compareContracts(old.side, now.side), ...compareContracts(now.side, old.side)];
  if (changes.length > 0)
    throw new Error(`change of the same: ${changes.map(({ rule, message }) => `${rule}: ${message}`).join("; ")}`);
});

function run(what: "pairs" | "same", property: typeof pair | typeof same, count: number): void {
  const seed = Number(values.seed);
  for (let done = 0; done < count; done += batch) {
    const path = values.path === undefined ? {} : { path: values.path };
    const details = fc.check(property as typeof pair, {
      seed: seed + done,
      numRuns: Math.min(batch, count - done),
      maxSkipsPerRun: 10,
      ...path,
    });
    if (!details.failed) continue;
    const said = String((details.errorInstance as Error | null)?.message ?? "too many were refused");
    const [kind = ""] = said.split(":");
    found[kind] = (found[kind] ?? 0) + 1;
    const apart = what === "pairs" ? "--same 0 --pairs 1" : "--pairs 0 --same 1";
    console.log(
      `${said.slice(0, 3000)}\n${JSON.stringify(details.counterexample)}\nagain: ${apart} --seed ${details.seed} --path ${details.counterexamplePath}\n`,
    );
  }
}

try {
  mkdirSync(folder, { recursive: true });
  run("pairs", pair, Number(values.pairs));
  run("same", same, Number(values.same));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const { user, system } = process.cpuUsage(began);
const each = (user + system) / 1000 / Math.max(1, counted.pairs + counted.same);
/** Whether the examples of our documents are sound, too, is proven of some. */
const proven = fc
  .sample(anySpec, { numRuns: 50, seed: Number(values.seed) })
  .filter((spec) => "side" in sideOf(inMemory(documentOf(spec))));
console.log(
  `${counted.pairs} pairs (${counted.answers} answers, ${counted.unread} unread; ${counted.changes} changes, ${counted.breaking} breaking), ` +
    `${counted.same} rewritten; ${counted.refused} refused; ${proven.length} of 50 proven; ${each.toFixed(1)} ms of the processor each`,
);
console.log(
  Object.entries(found)
    .map(([kind, count]) => `${kind}: ${count}`)
    .join(", "),
);
const tried = `${counted.pairs} random pairs of contracts, ${counted.same} rewritten ones`;
const isGood = Object.values(found).every((count) => count === 0);
keepResult("oracle", { tried, found, isGood });
process.exitCode = isGood ? 0 : 1;
