import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/cli.js";
import { benchFile, problemOf, readBench } from "./kept.js";
import { rows } from "./rows/all.js";

const bench = fileURLToPath(new URL("bench.ts", import.meta.url));

async function runBench(args: readonly string[]) {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), bench, ...args], { env: process.env });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

// What docs/speed.md says is run here in its short form, which asserts no time.
test("every row of the bench runs, checks its work, and is kept in its shape", async (t) => {
  const file = join(temporaryFolder(t), "bench.json");
  const { status, stdout, stderr } = await runBench(["--short", "--json", file]);
  assert.deepEqual([status, stderr], [0, ""]);
  const kept = readBench(file).rows;
  assert.deepEqual(
    kept.map(({ name }) => name),
    rows.map(({ name }) => name),
  );
  for (const row of kept) {
    // CI does not install what is compared with.
    if ("notRun" in row) assert.match(row.notRun, /is not installed: type npm ci --prefix test\/bench$/);
    else assert.ok(row.checked !== "" && Number.isFinite(row.figure), row.name);
    assert.ok(stdout.includes(`| \`${row.name}\` |`), row.name);
  }
});

test("a row or a group that is not there is told of, with those that are", async () => {
  const { status, stderr } = await runBench(["nothing-changed", "nobody"]);
  assert.equal(status, 2);
  assert.match(stderr, /^bench: there is no row or group nobody: generate, .*, nothing-changed, /);
});

test("the committed figures are of the rows that there are, with their targets", () => {
  const { rows: kept } = readBench(benchFile);
  const described = ({ name, group, work, against, unit, target }: (typeof kept)[number]) =>
    JSON.stringify({ name, group, work, against, unit, target });
  assert.deepEqual(
    kept.map(described),
    rows.map(({ measure: _, ...row }) => described(row as (typeof kept)[number])),
  );
});

test("what is not the shape of bench.json is told of", () => {
  assert.match(problemOf({ format: 2, machine: {}, peers: {}, rows: [] }) ?? "", /format|machine/);
  const row = { name: "odd", group: "size", work: "odd", against: "nothing", unit: "KB" };
  const machine = { cpu: "", cores: 1, platform: "", node: "" };
  assert.match(problemOf({ format: 1, machine, peers: {}, rows: [row] }) ?? "", /notRun|figure/);
});
