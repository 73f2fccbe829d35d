import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, cpus, loadavg } from "node:os";
import { Ajv } from "ajv";
import schema from "./bench.schema.json" with { type: "json" };
import { versionOf } from "./rows/peers.js";
import type { Figures, NotRun, Row } from "./rows/row.js";

/** What bench.json holds: the figures of one machine. */
export interface Bench {
  readonly format: 1;
  readonly machine: Machine;
  /** The versions of what is compared with. */
  readonly peers: Readonly<Record<string, string>>;
  readonly rows: readonly KeptRow[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly platform: string;
  readonly node: string;
}

export type KeptRow = Omit<Row, "measure"> & (MeasuredThen | NotRun);

/** Of a row alone: some can be measured again, and the others stay. */
type MeasuredThen = Figures & {
  readonly measured: string;
  /** How many programs waited for a processor, on average of the minute before. */
  readonly load: number;
};

/** The file that the manual is made from. */
export const benchFile = new URL("bench.json", import.meta.url);

const peers = [
  "openapi-typescript",
  "@redocly/cli",
  "@hey-api/openapi-ts",
  "orval",
  "@kubb/core",
  "zod",
  "valibot",
  "typebox",
  "ajv",
  "typescript",
  "@octokit/openapi",
];

export function readBench(file: string | URL): Bench {
  const bench: unknown = JSON.parse(readFileSync(file, "utf8"));
  const problem = problemOf(bench);
  if (problem !== undefined) throw new Error(`${file} is not what npm run bench writes: ${problem}`);
  return bench as Bench;
}

const validate = new Ajv({ strictRequired: false }).compile(schema);

/** What is wrong with the shape of a bench.json; undefined where nothing is. */
export function problemOf(bench: unknown): string | undefined {
  return validate(bench) ? undefined : JSON.stringify(validate.errors?.[0]);
}

export function kept({ measure: _, ...row }: Row, outcome: Figures | NotRun): KeptRow {
  if ("notRun" in outcome) return { ...row, ...outcome };
  return {
    ...row,
    ...outcome,
    measured: new Date().toISOString().slice(0, 16),
    load: Number(loadavg()[0]!.toFixed(2)),
  };
}

/**
 * Writes what was measured. What the file holds of the same machine stays where it was not measured now; the order is that of
 * `all`.
 */
export function keepBench(file: string, measured: readonly KeptRow[], all: readonly Row[]): void {
  const model = cpus()[0]?.model ?? "";
  const machine = {
    cpu: model.trim(),
    cores: availableParallelism(),
    platform: `${process.platform} ${arch()}`,
    node: process.versions.node,
  };
  const before = existsSync(file) ? readBench(file) : undefined;
  const isSame = JSON.stringify(before?.machine) === JSON.stringify(machine);
  const old = isSame ? (before?.rows ?? []) : [];
  const rows = all.flatMap(({ name }) => {
    const now = measured.find((row) => row.name === name);
    const then = old.find((row) => row.name === name);
    if (now === undefined) return then ?? [];
    return "notRun" in now && then !== undefined && !("notRun" in then) ? then : now;
  });
  const versions = peers.flatMap((name) => {
    const version = versionOf(name);
    return version === undefined ? [] : [[name, version] as const];
  });
  const bench: Bench = { format: 1, machine, peers: Object.fromEntries(versions), rows: rows.map(rounded) };
  writeFileSync(file, `${JSON.stringify(bench, null, 2)}\n`);
}

/** Digits beyond the fourth are noise, and would show in every difference. */
function rounded(row: KeptRow): KeptRow {
  return JSON.parse(
    JSON.stringify(row, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value)),
  ) as KeptRow;
}
