import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { hasErrors } from "../../generator/problem/problem.js";
import { readOverlaid } from "../../generator/read/overlay.js";
import { readContract } from "../../generator/read-contract.js";
import { contractJson } from "../../generator/view/data/contract-json.js";
import { overlayOf } from "../../generator/view/scan/overlay.js";
import { overlayText } from "../../generator/view/scan/overlay-text.js";
import { alike, type Written } from "../infer/alike.js";
import { documentsBelow, spread } from "./documents.js";

/**
 * For the documents in a folder and below, whether errors.json says the same with the overlay that scan writes, and the
 * share of those for which it does. Run: npm run corpus:overlays -- <folder> [<how many, spread evenly>]
 */
const [, , given, limit] = process.argv;
if (given === undefined) {
  console.log("skipped: no folder of documents was named (npm run corpus:overlays -- <folder>)");
  process.exit(0);
}
/** Larger ones only take longer. */
const maxBytes = 8_000_000;
const root = resolve(given);
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-overlays-"));
const overlay = join(folder, "overlay.yaml");
const documents = spread(
  documentsBelow(root).filter((document) => statSync(document).size < maxBytes && hasBodies(document)),
  limit,
);
const different: string[] = [];
for (const document of documents) if (!(await isSame(document))) different.push(relative(root, document));
rmSync(folder, { recursive: true });
for (const name of different) console.log(`differs: ${name}`);
const same = documents.length - different.length;
console.log(`${same} of ${documents.length} are the same (${((100 * same) / documents.length).toFixed(1)} %)`);

async function isSame(document: string): Promise<boolean> {
  const { read } = readContract(document, root);
  if (!read) return true;
  const survey = read.survey();
  writeFileSync(overlay, overlayText(overlayOf(read.contract, survey, read.file), survey));
  const overlaid = readContract(document, root, { overlaid: await readOverlaid(document, [overlay]) });
  if (!overlaid.read || hasErrors(overlaid.problems)) return false;
  const [before, after] = [read, overlaid.read].map(
    ({ contract }) => JSON.parse(JSON.stringify(contractJson(contract))) as Written,
  );
  return JSON.stringify(alike(before!)) === JSON.stringify(alike(after!));
}

/** A document whose errors have no bodies says nothing that could be lost. */
function hasBodies(document: string): boolean {
  const { read } = readContract(document, root);
  return (read?.contract.coverage.withBody ?? 0) > 0;
}
