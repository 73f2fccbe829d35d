import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { escapes } from "../hostile/escapes.js";
import { fields, renderTwins, renderWith, textsAt } from "../hostile/matrix.js";
import { naughtyTexts } from "../hostile/naughty.js";
import { keepResult } from "./results.js";

/**
 * Puts every naughty text into every field of a document, makes every output of it, and prints what left its place.
 * Run: npm run bench:texts [every n-th document; default: all of them]
 */
const step = Number(process.argv[2] ?? 1);
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-texts-"));
const twins = await renderTwins(folder);
let documents = 0;
let refused = 0;
const found: string[] = [];
for (let shift = 0; shift < naughtyTexts.length; shift += step)
  for (const place of ["alone", "behind"] as const) {
    const made = await renderWith(folder, textsAt(shift, naughtyTexts), place);
    if (made) found.push(...(await escapes(made, twins[place])).map((each) => `${shift} ${place} ${each}`));
    documents += 1;
    refused += made ? 0 : 1;
  }
rmSync(folder, { recursive: true });
for (const each of found) console.log(each);
const returned = found.filter((each) => each.endsWith("does not come back")).length;
const tried = `${naughtyTexts.length} texts x ${fields.length} fields x ${twins.alone.files.size} outputs`;
const figures = { escapes: found.length - returned, "decode failures": returned };
console.log(tried);
console.log(
  `${documents} documents, ${refused} refused; ${figures.escapes} escapes, ${figures["decode failures"]} decode failures`,
);
keepResult("texts", { tried: `${tried}, in ${documents} documents`, found: figures, isGood: found.length === 0 });
process.exitCode = found.length > 0 ? 1 : 0;
