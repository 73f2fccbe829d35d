import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostileDocuments, plain } from "../hostile/documents.js";
import { hostileShapes } from "../hostile/shapes.js";
import { measure } from "./measure.js";

/**
 * Prints what each hostile document takes until it is refused or read: seconds of the processor, without what the smallest
 * document takes (start-up, mostly), and peak memory. The bar is for what is refused; what is read takes what its size asks. Run: npm run bench:documents [part of a name]
 */
const built = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const bar = { seconds: 1, megabytes: 256 };
const [wanted = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-documents-"));
let over = 0;
let wrong = 0;
const small = join(folder, "small");
mkdirSync(small);
writeFileSync(join(small, "openapi.yaml"), plain);
const start = await measure([built, "generate", "openapi.yaml"], small);
const documents = [...hostileDocuments, ...hostileShapes].filter(({ name }) => name.includes(wanted));
for (const [index, { name, files, status: expected }] of documents.entries()) {
  const place = join(folder, String(index));
  mkdirSync(place);
  const made = files();
  for (const [path, content] of Object.entries(made)) writeFileSync(join(place, path), content);
  const [document = ""] = Object.keys(made);
  const { status, seconds, megabytes } = await measure([built, "generate", document, "--root", "."], place);
  rmSync(place, { recursive: true });
  const took = Math.max(seconds - start.seconds, 0);
  const isOver = status !== 0 && !(took <= bar.seconds && megabytes <= bar.megabytes);
  over += isOver ? 1 : 0;
  wrong += status === expected ? 0 : 1;
  const marks = `${isOver ? "  OVER" : ""}${status === expected ? "" : `  EXPECTED ${expected}`}`;
  console.log(`${name.padEnd(60)} exit ${status}  ${took.toFixed(2)} s  ${megabytes.toFixed(0)} MB${marks}`);
}
rmSync(folder, { recursive: true });
console.log(
  `${documents.length} documents; with another end than expected: ${wrong}; ` +
    `refused after more than ${bar.seconds} s or ${bar.megabytes} MB: ${over}`,
);
process.exitCode = over + wrong > 0 ? 1 : 0;
