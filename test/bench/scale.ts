import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { manyCodes } from "./many-codes.js";
import { measure } from "./measure.js";

/**
 * Prints the time of the processor and the peak memory of our commands for large documents, and what other tools take for
 * the same document in the same run: a machine is faster or slower, their ratio hardly is. Docs hold a page that Redocly
 * builds in a process of its own: what that takes is the row of `redocly build-docs`.
 * Run: npm run bench:scale, or with further documents, or folders of them: npm run bench:scale -- <path> <path>
 */
const require = createRequire(import.meta.url);
const binOf = (name: string, bin: string) => join(dirname(require.resolve(`${name}/package.json`)), bin);
const built = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/** Of the columns of the table. */
const widths = [30, 27, 6, 5, 21, 17, 21];
/** Above so many codes, a page that shows them all is too large for a browser: its builder is not waited for. */
const mostDocs = 4000;

const folder = mkdtempSync(join(tmpdir(), "openapi-errors-scale-"));
const given = process.argv.slice(2);
const real = given.map((path) => resolve(path)).flatMap(documentsIn);

row("document", "program", "CPU s", "MB", "of openapi-typescript", "of redocly bundle", "of redocly build-docs");
row("---", "---", "--:", "--:", "--:", "--:", "--:");
for (const count of [1000, 4000, 10_000]) {
  const path = join(folder, `${count}-codes.json`);
  writeFileSync(path, manyCodes(count));
  await compare(path, count <= mostDocs);
}
for (const path of real) await compare(path, false);
rmSync(folder, { recursive: true, force: true });

async function compare(document: string, withDocs: boolean): Promise<void> {
  const redocly = binOf("@redocly/cli", "bin/cli.js");
  const programs = {
    "openapi-typescript": [binOf("openapi-typescript", "bin/cli.js"), document, "-o", "peer.ts"],
    "redocly bundle": [redocly, "bundle", document, "-o", "peer.json"],
    ...(withDocs && { "redocly build-docs": [redocly, "build-docs", document, "-o", "peer.html"] }),
    lint: [built, "lint", document],
    scan: [built, "scan", document],
    generate: [built, "generate", document, "-o", "out"],
    ...(withDocs && { "generate --emit docs": [built, "generate", document, "-o", "docs", "--emit", "docs"] }),
  };
  const took = new Map<string, number>();
  for (const [program, args] of Object.entries(programs)) {
    const { status, seconds, megabytes } = await measure(args, folder);
    const failed = status === 0 ? "" : ` (exit ${status})`;
    took.set(program, seconds);
    const ratios = ["openapi-typescript", "redocly bundle", "redocly build-docs"].map((peer) =>
      ratio(seconds, took.get(peer)),
    );
    row(basename(document), `${program}${failed}`, seconds.toFixed(2), megabytes.toFixed(0), ...ratios);
  }
}

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

/** A document, or those of a folder. */
function documentsIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const names = readdirSync(path).filter((name) => [".json", ".yaml", ".yml"].includes(extname(name)));
  return names.sort().map((name) => join(path, name));
}
