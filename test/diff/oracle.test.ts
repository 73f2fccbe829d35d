import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { compareContracts } from "../../generator/diff/compare.js";
import { temporaryFolder } from "../support/cli.js";
import { documentOf } from "./random/document.js";
import { misjudged } from "./random/misjudged.js";
import { judgePair } from "./random/pair.js";
import { anyRewrites, rewritten, textOf } from "./random/same.js";
import { inMemory, sideOf, unprovenSideOf } from "./random/side-of.js";
import { anySpec } from "./random/spec.js";
import { anySteps } from "./random/steps.js";

// The short form of bench:oracle, which says in its heading what exactly has to be so.

test("whatever is changed: what an old client misreads is told of, and what is called breaking is misread", () => {
  const property = fc.property(anySpec, anySteps, fc.boolean(), (spec, steps, withExamples) => {
    const judged = judgePair(spec, steps, withExamples);
    fc.pre(judged !== undefined);
    assert.deepEqual(judged.faults, []);
  });
  fc.assert(property, { numRuns: 40, seed: 7 });
});

test("pairs that were misjudged once", () => {
  for (const { what, spec, steps, withExamples = false } of misjudged) {
    const judged = judgePair(spec, steps, withExamples);
    assert.ok(judged !== undefined && judged.answers > 0, what);
    assert.deepEqual(judged.faults, [], what);
  }
});

test("however the same contract is written: nothing is found", (t) => {
  const folder = temporaryFolder(t);
  const property = fc.property(anySpec, anyRewrites, (spec, names) => {
    const old = unprovenSideOf(inMemory(documentOf(spec)));
    fc.pre("side" in old);
    const written = rewritten(spec, names);
    for (const [name, document] of Object.entries(written.beside))
      writeFileSync(join(folder, name), JSON.stringify(document));
    const [path, text] = [join(folder, "openapi.json"), textOf(written)];
    if (Object.keys(written.beside).length > 0) writeFileSync(path, text);
    const now = unprovenSideOf({ path: written.yaml ? join(folder, "openapi.yaml") : path, text }, folder);
    assert.ok("side" in now, JSON.stringify(now));
    assert.deepEqual([...compareContracts(old.side, now.side), ...compareContracts(now.side, old.side)], []);
  });
  fc.assert(property, { numRuns: 40, seed: 7 });
});

test("the random documents are such as people are told to write", () => {
  const sampled = fc.sample(anySpec, { numRuns: 10, seed: 7 });
  const problems = sampled.map((spec) => sideOf(inMemory(documentOf(spec))));
  assert.ok(problems.filter((read) => "side" in read).length >= 9, JSON.stringify(problems));
});
