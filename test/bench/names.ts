import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { anyDocumentNames } from "../names/any-names.js";
import { wrongNames } from "../names/wrong-names.js";
import { compileStrictly } from "../support/strict-project.js";
import { keepResult } from "./results.js";

/**
 * Gives the codes, operations, groups and schemas of documents every kind of name, and prints what is wrong with the names
 * of what is generated. Ten at a time are compiled too. Run: npm run bench:names [documents; default: 500] [seed]
 */
const [, , count = "500", seed = "1"] = process.argv;
const root = mkdtempSync(join(tmpdir(), "openapi-errors-names-"));
const sampled = fc.sample(anyDocumentNames, { numRuns: Number(count), seed: Number(seed) });
const wrong: string[] = [];
let codes = 0;
let compiled = 0;
try {
  for (const [index, names] of sampled.entries()) {
    const folder = join(root, String(index % 10));
    const found = await wrongNames(names, join(folder, String(index)));
    codes += names.codes.length;
    if (index % 10 === 9) {
      found.push(...compileStrictly(folder, { noEmit: true }).split("\n").filter(Boolean));
      compiled += 1;
    }
    for (const each of found) console.log(`document ${index}: ${each}`);
    wrong.push(...found);
    if (index % 10 === 9) rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(
  `${sampled.length} documents, ${codes} codes, ${compiled * 10} documents compiled; ${wrong.length} names wrong`,
);
const tried = `${codes} codes in ${sampled.length} documents, ${compiled * 10} of them compiled`;
keepResult("names", { tried, found: { "names wrong": wrong.length }, isGood: wrong.length === 0 });
process.exitCode = wrong.length > 0 ? 1 : 0;
