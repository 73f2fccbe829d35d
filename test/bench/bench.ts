import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type KeptRow, keepBench, kept } from "./kept.js";
import { rows } from "./rows/all.js";
import { groups, type Row, type Setting } from "./rows/row.js";
import { head, line } from "./table.js";

/**
 * Prints what we take beside others, or beside the least that there is, and whether it is within its target. Each row first
 * checks that both sides did the same work; then they are measured in turn. Run: npm run bench, or for some rows or groups of
 * them: npm run bench -- nothing-changed runtime [--runs 5] [--documents <folder>] [--json <file>] [--short]
 */
const { values, positionals } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    short: { type: "boolean", default: false },
    documents: { type: "string" },
    json: { type: "string" },
  },
  allowPositionals: true,
});

const known: readonly string[] = [...groups, ...rows.map(({ name }) => name)];
const unknown = positionals.filter((each) => !known.includes(each));
const runs = Number(values.runs);
if (unknown.length > 0) refuse(`there is no row or group ${unknown.join(", ")}: ${known.join(", ")}`);
else if (!Number.isInteger(runs) || runs < 1) refuse("--runs takes a number from 1 on");
// tsx would be measured with it.
else if (process.env.OPENAPI_ERRORS_CLI === undefined && !values.short)
  refuse("what is built is measured: npm run bench");
else await run(rows.filter(({ name, group }) => positionals.length === 0 || [name, group].some(isAsked)));

function refuse(message: string): void {
  console.error(`bench: ${message}`);
  process.exitCode = 2;
}

function isAsked(name: string): boolean {
  return positionals.includes(name);
}

async function run(asked: readonly Row[]): Promise<void> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-bench-")));
  const done: KeptRow[] = [];
  const left = [...asked];
  process.stdout.write(head);
  const work = async () => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) {
      const result = await measured(row, join(root, row.name));
      if (result === undefined) continue;
      process.stdout.write(line(result));
      done.push(result);
    }
  };
  // What is measured has the machine to itself.
  await Promise.all(Array.from({ length: values.short ? availableParallelism() : 1 }, work));
  rmSync(root, { recursive: true, force: true });
  if (values.json !== undefined) keepBench(resolve(values.json), done, rows);
}

/** Undefined where its two sides did not do the same, or one failed. */
async function measured(row: Row, folder: string): Promise<KeptRow | undefined> {
  mkdirSync(folder);
  const documents = values.documents === undefined ? undefined : resolve(values.documents);
  const setting: Setting = { runs, isShort: values.short, documents, folder };
  try {
    return kept(row, await row.measure(setting));
  } catch (error) {
    console.error(`${row.name}: ${error instanceof Error ? (error.stack ?? error.message) : error}`);
    process.exitCode = 1;
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
