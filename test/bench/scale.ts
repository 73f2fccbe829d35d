import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { manyCodes } from "./many-codes.js";
import { measure } from "./measure.js";

/**
 * Prints wall time and peak memory of `lint` and `generate` for large documents, and what two other tools take for the
 * same document in the same run: a machine is faster or slower, their ratio hardly is.
 * Run: npm run bench:scale, or with documents, or folders of them: npm run bench:scale -- <path> <path>
 */
const require = createRequire(import.meta.url);
const binOf = (name: string, bin: string) => join(dirname(require.resolve(`${name}/package.json`)), bin);
const built = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Of the columns of the table. */
const widths = [30, 27, 6, 5, 21, 17];

const folder = mkdtempSync(join(tmpdir(), "openapi-errors-scale-"));
const given = process.argv.slice(2);
const documents = given.length === 0 ? generated() : given.map((path) => resolve(path)).flatMap(documentsIn);

row("document", "program", "s", "MB", "of openapi-typescript", "of redocly bundle");
row("---", "---", "--:", "--:", "--:", "--:");
for (const document of documents) {
  const programs = {
    "openapi-typescript": [binOf("openapi-typescript", "bin/cli.js"), document, "-o", "peer.ts"],
    "redocly bundle": [binOf("@redocly/cli", "bin/cli.js"), "bundle", document, "-o", "peer.json"],
    lint: [built, "lint", document],
    generate: [built, "generate", document, "-o", "out"],
  };
  const took = new Map<string, number>();
  for (const [program, args] of Object.entries(programs)) {
    const { status, seconds, megabytes } = await measure(args, folder);
    const failed = status === 0 ? "" : ` (exit ${status})`;
    took.set(program, seconds);
    const ratios = ["openapi-typescript", "redocly bundle"].map((peer) => ratio(seconds, took.get(peer)));
    row(basename(document), `${program}${failed}`, seconds.toFixed(2), megabytes.toFixed(0), ...ratios);
  }
}
rmSync(folder, { recursive: true, force: true });

function row(...cells: readonly string[]): void {
  const padded = cells.map((text, column) =>
    column < 2 ? text.padEnd(widths[column]!) : text.padStart(widths[column]!),
  );
  console.log(`| ${padded.join(" | ")} |`);
}

/** Nothing where the other one has not run yet. */
function ratio(seconds: number, ofPeer: number | undefined): string {
  return ofPeer === undefined ? "" : (seconds / ofPeer).toFixed(2);
}

function generated(): string[] {
  return [1000, 10_000].map((count) => {
    const path = join(folder, `${count}-codes.json`);
    writeFileSync(path, manyCodes(count));
    return path;
  });
}

/** A document, or those of a folder. */
function documentsIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path).filter((name) => [".json", ".yaml", ".yml"].includes(extname(name)));
  return names.sort().map((name) => join(path, name));
}
