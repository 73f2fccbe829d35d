import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "yaml";

/**
 * Runs `diff` on consecutive versions of real documents: those of a folder whose names differ in a version alone. Prints for
 * each pair the time, the findings by level and the lines, beside the lines of `redocly diff`; then what crashed or was
 * refused. Run: npm run bench:histories -- <folder> [--only part of a path] [--without-redocly]
 */
const { values, positionals } = parseArgs({
  options: { only: { type: "string", default: "" }, "without-redocly": { type: "boolean", default: false } },
  allowPositionals: true,
});
const [folder = "."] = positionals;
const cli = fileURLToPath(new URL("../../generator/cli.ts", import.meta.url));
const redocly = fileURLToPath(new URL("../../node_modules/@redocly/cli/bin/cli.js", import.meta.url));

interface Ran {
  readonly status: number | null;
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[]): Ran {
  const began = performance.now();
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    env,
    maxBuffer: 2 ** 30,
    timeout: 600_000,
  });
  return { status, stdout, stderr, seconds: (performance.now() - began) / 1000 };
}

const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "").length;

/** `name-v2`, `name.2.18`, `name_v1` and `name` are versions of one; in the order of `info.version`. */
function seriesIn(place: string): string[][] {
  const series = new Map<string, string[]>();
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(?:json|ya?ml)$/.test(path) || !path.includes(values.only)) continue;
    const name = basename(path, extname(path)).replace(/(?:[-_.]?v?\d[\d.]*)$/i, "");
    const key = join(dirname(path), name);
    series.set(key, [...(series.get(key) ?? []), path]);
  }
  return [...series.values()].filter(({ length }) => length > 1).map(inOrder);
}

function inOrder(paths: readonly string[]): string[] {
  const versioned = paths.flatMap((path) => {
    const document = parse(readFileSync(path, "utf8"), { maxAliasCount: -1 }) as {
      openapi?: unknown;
      info?: { version?: unknown };
    } | null;
    const name = basename(path, extname(path));
    return document?.openapi === undefined ? [] : [{ path, version: `${document.info?.version} ${name}` }];
  });
  const { compare } = new Intl.Collator("en", { numeric: true });
  return versioned.sort((one, other) => compare(one.version, other.version)).map(({ path }) => path);
}

const pairs = seriesIn(resolve(folder)).flatMap((paths) =>
  paths.slice(1).map((path, at) => [paths[at]!, path] as const),
);
const took: number[] = [];
const total = { crashes: 0, refused: 0, breaking: 0, warnings: 0, notes: 0, lines: 0, theirs: 0 };
for (const [old, now] of pairs) {
  const ours = run(["--import", "tsx", cli, "diff", old, now, "--fail-on", "none", "--root", dirname(now)]);
  took.push(ours.seconds);
  const name = `${relative(resolve(folder), old)} -> ${basename(now)}`.padEnd(60);
  if (ours.status !== 0) {
    const kind = ours.status === 2 ? "refused" : "crashes";
    total[kind] += 1;
    console.log(`${name} ${kind === "refused" ? "refused" : "CRASHED"}: ${ours.stderr.split("\n")[0]}`);
    continue;
  }
  const [, ...counts] = /(\d+) breaking, (\d+) warnings?, (\d+) notes?\s*$/.exec(ours.stdout) ?? [];
  const [breaking = 0, warnings = 0, notes = 0] = counts.map(Number);
  const said = ours.stdout.startsWith("no changes") ? 0 : lines(ours.stdout);
  const theirs = values["without-redocly"] ? undefined : run([redocly, "diff", old, now, "--fail-on", "none"]);
  const seen =
    theirs === undefined
      ? ""
      : theirs.status === 0
        ? `${lines(theirs.stdout)} lines in ${theirs.seconds.toFixed(1)} s`
        : "refused";
  for (const [key, count] of Object.entries({ breaking, warnings, notes, lines: said }))
    total[key as "breaking"] += count;
  total.theirs += theirs?.status === 0 ? lines(theirs.stdout) : 0;
  console.log(
    `${name} ${ours.seconds.toFixed(1).padStart(6)} s ${breaking} breaking, ${warnings} warnings, ${notes} notes in ${said} lines; redocly: ${seen}`,
  );
}
const sorted = took.sort((one, other) => one - other);
console.log(
  `${pairs.length} pairs: ${total.crashes} crashes, ${total.refused} refused; ` +
    `${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} s in the middle, ${(sorted.at(-1) ?? 0).toFixed(1)} s at most; ` +
    `${total.breaking} breaking, ${total.warnings} warnings, ${total.notes} notes; ${total.lines} lines, redocly diff: ${total.theirs}`,
);
process.exitCode = total.crashes > 0 ? 1 : 0;
