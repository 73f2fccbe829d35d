import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { manyCodes } from "./many-codes.js";
import { measure } from "./measure.js";

/**
 * Prints wall time and peak memory of `lint` and `generate` for large documents, and what two other tools take for the
 * same document in the same run: a machine is faster or slower, their ratio hardly is.
 * Run: npm run bench:scale, or with the documents of a folder: npm run bench:scale -- <folder>
 */
const require = createRequire(import.meta.url);
const binOf = (name: string, bin: string) => join(dirname(require.resolve(`${name}/package.json`)), bin);
const built = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "openapi-errors-scale-"));
const documents = process.argv[2] === undefined ? generated() : documentsIn(resolve(process.argv[2]));

console.log("| document | program | s | MB | of openapi-typescript's time |\n|---|---|---|---|---|");
for (const document of documents) {
  const programs = {
    "openapi-typescript": [binOf("openapi-typescript", "bin/cli.js"), document, "-o", "peer.ts"],
    "redocly bundle": [binOf("@redocly/cli", "bin/cli.js"), "bundle", document, "-o", "peer.json"],
    lint: [built, "lint", document],
    generate: [built, "generate", document, "-o", "out"],
  };
  let base = 0;
  for (const [program, args] of Object.entries(programs)) {
    const { status, seconds, megabytes } = await measure(args, folder);
    base ||= seconds;
    const failed = status === 0 ? "" : ` (exit ${status})`;
    const ratio = (seconds / base).toFixed(2);
    console.log(`| ${document} | ${program}${failed} | ${seconds.toFixed(2)} | ${megabytes.toFixed(0)} | ${ratio} |`);
  }
}
rmSync(folder, { recursive: true, force: true });

function generated(): string[] {
  return [1000, 10_000].map((count) => {
    const path = join(folder, `${count}-codes.json`);
    writeFileSync(path, manyCodes(count));
    return path;
  });
}

function documentsIn(given: string): string[] {
  const names = readdirSync(given).filter((name) => [".json", ".yaml", ".yml"].includes(extname(name)));
  return names.sort().map((name) => join(given, name));
}
