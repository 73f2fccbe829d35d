import { compareContracts } from "../diff/compare.js";
import { nextVersion } from "../diff/next-version.js";
import type { ChangeLevel } from "../diff/rules.js";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import type { DiffFormat } from "./diff/formats.js";
import { type LoadedSide, loadSide } from "./diff/load.js";
import { pairsOf } from "./diff/pairs.js";
import { changesAnnotations, changesMarkdown, type Placed, printChanges, rulesText, totals } from "./diff/print.js";
import type { Terminal } from "./terminal.js";

export interface DiffFlags {
  readonly failOn: "breaking" | "warning" | "none";
  readonly rules?: boolean;
  readonly root?: string;
  readonly format: DiffFormat;
}

/** `openapi-errors diff`: what changed between two contracts, who is hurt, and an answer that shows it. */
export async function diffCommand(
  old: string | undefined,
  now: string | undefined,
  flags: DiffFlags,
  terminal: Terminal,
): Promise<number> {
  if (flags.rules) {
    terminal.answer(rulesText());
    return 0;
  }
  const found = pairsOf(old, now);
  if ("problems" in found) return refuse(found.problems, flags, terminal);
  const changes: Placed[] = [];
  const versions: string[] = [];
  for (const [first, second] of found.pairs) {
    const [before, after] = [await loadSide(first, flags.root), await loadSide(second, flags.root)];
    const problems = [before, after].flatMap((side) => ("problems" in side ? side.problems : []));
    // What can't be read is never called unchanged.
    if (!("side" in before) || !("side" in after)) return refuse(problems, flags, terminal);
    const own = placed(before.side, after.side);
    changes.push(...own);
    const { version } = before.side.data;
    versions.push(nextVersion(version, own) ?? version);
  }
  for (const { path, revision } of found.isNew) terminal.tell(`${path} is new: \`${revision}\` does not have it\n`);
  print(changes, versions, flags.format, terminal);
  const failing: readonly ChangeLevel[] =
    flags.failOn === "none" ? [] : flags.failOn === "breaking" ? ["breaking"] : ["breaking", "warning"];
  return changes.some(({ level }) => failing.includes(level)) ? 1 : 0;
}

function placed(before: LoadedSide, after: LoadedSide): Placed[] {
  return compareContracts(before, after).map((change) => ({
    ...change,
    before: before.placeOf(change.code),
    after: after.placeOf(change.to ?? change.code),
  }));
}

function print(changes: readonly Placed[], versions: readonly string[], format: DiffFormat, terminal: Terminal) {
  switch (format) {
    case "json":
      terminal.answer(`${JSON.stringify({ changes }, null, 2)}\n`);
      break;
    case "markdown":
      terminal.answer(changesMarkdown(changes));
      break;
    case "github":
      terminal.answer(changesAnnotations(changes));
      terminal.tell(`${totals(changes)}\n`);
      break;
    case "next-version":
      terminal.answer(versions.map((version) => `${version}\n`).join(""));
      break;
    default:
      terminal.answer(printChanges(changes, terminal.colour.answer));
  }
}

/** A side that can't be read, or is wrong itself. */
function refuse(problems: readonly Problem[], { format }: DiffFlags, terminal: Terminal): number {
  if (format === "json" || format === "github") terminal.answer(printProblems(problems, format, false));
  else terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  return 2;
}
