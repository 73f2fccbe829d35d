import type { Bench, KeptRow } from "./kept.js";
import type { Amount, Unit } from "./rows/row.js";

/** What is printed, and what stands in the README: a line for each row. */
export const head = "| row | work | against | figure | target | |\n|---|---|---|--:|--:|---|\n";

export function line(row: KeptRow): string {
  return lineOf(`\`${row.name}\``, row);
}

function lineOf(first: string, row: KeptRow): string {
  const { work, against, unit, target } = row;
  const limit = target === undefined ? "" : `<= ${shown(target, unit)}`;
  const found = "notRun" in row ? ["", limit, `not run: ${row.notRun}`] : [figureOf(row), limit, verdict(row)];
  return `| ${[first, work, against, ...found].join(" | ")} |\n`;
}

/** Whether a figure is within its target; undefined where there is none of either. */
export function isMet(row: KeptRow): boolean | undefined {
  return "notRun" in row || row.target === undefined ? undefined : row.figure <= row.target;
}

export function figureOf(row: KeptRow): string {
  if ("notRun" in row) return "";
  return `${row.isUnfinished ? "> " : ""}${shown(row.figure, row.unit)}`;
}

function verdict(row: KeptRow): string {
  const met = isMet(row);
  return met === undefined ? "" : met ? "met" : "not met";
}

/** How figures are called, where it is not the number alone. */
const units: Readonly<Record<Unit | "MB", string>> = { times: "", us: " us", ms: " ms", s: " s", KB: " KB", MB: " MB" };

export function shown(value: number, unit: Unit | "MB"): string {
  const size = Math.abs(value);
  const digits = size < 0.1 ? 3 : size < 2 ? 2 : size < 20 ? 1 : 0;
  return `${Number(value.toFixed(digits)).toLocaleString("en", { maximumFractionDigits: 3 })}${units[unit]}`;
}

/** The rows that have a target, for the README. */
export function shortTable({ rows }: Bench): string {
  const lines = rows.filter(({ target }) => target !== undefined).map((row) => line(row));
  return head + lines.join("");
}

/** All rows but those of cost, with what both sides took. */
export function longTable({ rows }: Bench): string {
  const lines = rows.filter(({ group }) => group !== "cost").map(longLine);
  return `| row | work | against | figure | target | | ours | theirs | in single runs | checked |\n|---|---|---|--:|--:|---|--:|--:|---|---|\n${lines.join("")}`;
}

function longLine(row: KeptRow): string {
  const start = line(row).slice(0, -3);
  if ("notRun" in row) return `${start} | | | | |\n`;
  const { unit, ours, theirs, spread, runs, checked } = row;
  const range = runs === 1 ? "one run" : `${shown(spread[0], unit)} to ${shown(spread[1], unit)} in ${runs}`;
  return `${start} | ${[amount(ours), theirs ? amount(theirs) : "", range, checked].join(" | ")} |\n`;
}

function amount({ amount: value, unit, megabytes }: Amount): string {
  return megabytes === undefined ? shown(value, unit) : `${shown(value, unit)}, ${shown(megabytes, "MB")}`;
}

/** What one more of something takes. */
export function costTable({ rows }: Bench): string {
  const lines = rows
    .filter(({ group }) => group === "cost")
    .map((row) => {
      const found = "notRun" in row ? `not run: ${row.notRun}` : shown(row.figure, row.unit);
      return `| \`${row.name}\` | ${row.work} | ${found} |\n`;
    });
  return `| row | what | time of the processor |\n|---|---|--:|\n${lines.join("")}`;
}

/** Where and when, and the versions of the others. */
export function machineText({ machine, peers, rows }: Bench): string {
  const measured = rows.flatMap((row) => ("notRun" in row ? [] : [row]));
  const days = [...new Set(measured.map((row) => row.measured.slice(0, 10)))].sort();
  const loads = measured.map(({ load }) => load);
  const versions = Object.entries(peers).map(([name, version]) => `${name} ${version}`);
  return (
    `Measured on ${days.join(", ")}, on ${machine.cores} processors of ${machine.cpu}, ${machine.platform}, with Node ` +
    `${machine.node}, at a load of ${Math.min(...loads)} to ${Math.max(...loads)}. Beside ${versions.join(", ")}.\n`
  );
}
