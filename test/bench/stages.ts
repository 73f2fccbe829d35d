import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkSources } from "../../generator/check/check.js";
import { buildContract } from "../../generator/model/build-contract.js";
import { docsBeside, withDocsLinks } from "../../generator/model/derived/docs-links.js";
import { parserContractOf } from "../../generator/model/derived/parser-contract.js";
import { parseExamples, proveAnswers } from "../../generator/prove/prove-answers.js";
import { proveSchemas } from "../../generator/prove/prove-schemas.js";
import { proveThrown } from "../../generator/prove/prove-thrown.js";
import { readSources } from "../../generator/read/reader.js";
import { renderCodePages } from "../../generator/render/code-pages.js";
import { makeParts, renderSharedPages } from "../../generator/render/docs.js";
import { emit } from "../../generator/render/emitters.js";
import { renderMatrixPage } from "../../generator/render/matrix-page.js";
import { renderRedocDocument } from "../../generator/render/redoc.js";
import { scanData } from "../../generator/view/scan/data.js";
import { overlayOf } from "../../generator/view/scan/overlay.js";
import { shapes } from "./shapes.js";

/**
 * Prints what each stage takes for 1,000, 2,000, 4,000 and 8,000 of something, in milliseconds of the processor, and how
 * much the last doubling multiplied it: about 2, or there is a step for each pair. Below 100 ms that says nothing.
 * Run: npm run bench:stages, or for some shapes: npm run bench:stages -- "one answer"
 */
const sizes = [1000, 2000, 4000, 8000];
// What is compiled while it runs is not what is measured.
const warmUp = 300;

const [, , asked = ""] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-stages-"));
for (const [shape, documentOf] of Object.entries(shapes).filter(([name]) => name.includes(asked))) {
  const took = new Map<string, number[]>();
  for (const count of [warmUp, ...sizes]) {
    const path = join(folder, "openapi.json");
    writeFileSync(path, JSON.stringify(documentOf(count), null, 1));
    for (const [stage, milliseconds] of await stagesOf(path))
      if (count !== warmUp) took.set(stage, [...(took.get(stage) ?? []), milliseconds]);
  }
  console.log(`\n${shape}\n${"".padEnd(12)}${sizes.map((size) => String(size).padStart(8)).join("")}   growth`);
  for (const [stage, times] of took) {
    const cells = times.map((time) => time.toFixed(0).padStart(8)).join("");
    const [before = 0, last = 0] = times.slice(-2);
    console.log(`${stage.padEnd(12)}${cells}   ${before < 100 ? "" : (last / before).toFixed(1)}`);
  }
}
rmSync(folder, { recursive: true });

async function stagesOf(path: string): Promise<(readonly [stage: string, milliseconds: number])[]> {
  const took: (readonly [string, number])[] = [];
  const timed = async <Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const begun = process.cpuUsage();
    const result = await work();
    took.push([stage, process.cpuUsage(begun).user / 1000]);
    return result;
  };
  const read = await timed("read", () => readSources(path));
  if (!("sources" in read)) throw new Error("the document is not read");
  const { sources } = read;
  await timed("check", () => checkSources(sources));
  const { contract: bare, schemas, examples, survey } = await timed("model", () => buildContract(sources, {}));
  const contract = withDocsLinks(bare, docsBeside);
  await timed("prove", () => {
    const tables = parserContractOf(contract, "ApiError");
    const { sound, judge } = proveSchemas(examples, sources);
    const parsed = parseExamples(tables, sound);
    proveAnswers(contract.errors, parsed);
    proveThrown(tables, contract.errors, parsed, judge, sources);
  });
  const document = sources.document.value as Record<string, unknown>;
  // What is only seen in examples is asked of documents that nobody prepared.
  if (!Object.hasOwn(document, "x-error-contract"))
    await timed("scan", () => [
      scanData({ contract, survey: survey(), prepared: false }, []),
      overlayOf(contract, survey(), path),
    ]);
  for (const name of ["types", "codes", "errors", "json", "vectors", "markdown", "csv", "python"])
    await timed(name, () => emit({ contract, schemas }, [name]));
  await timed("code pages", () => renderCodePages(contract));
  await timed("index", () => [
    renderMatrixPage(contract),
    ...renderSharedPages(makeParts([{ contract, isLogged: false }], undefined)),
  ]);
  await timed("redoc", () => renderRedocDocument(contract, document));
  return took;
}
