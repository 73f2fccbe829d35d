import { compareContracts } from "../diff/compare.js";
import { nextVersion } from "../diff/next-version.js";
import type { ChangeLevel } from "../diff/rules.js";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import type { DiffFormat } from "./diff/formats.js";
import { type LoadedSide, loadSide } from "./diff/load.js";
import { type Pairs, pairsOf } from "./diff/pairs.js";
import { changesAnnotations, changesMarkdown, type Placed, printChanges, rulesText, totals } from "./diff/print.js";
import { type TakeRevision, withRevisions } from "./diff/revision.js";
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
  const loaded = await withRevisions((take) => loadPairs(found.pairs, flags.root, take));
  // What can't be read is never called unchanged.
  if ("problems" in loaded) return refuse(loaded.problems, flags, terminal);
  const compared = loaded.pairs.map(([before, after]) => ({
    version: before.data.version,
    own: placed(before, after),
  }));
  const changes = compared.flatMap(({ own }) => own);
  const versions = compared.map(({ version, own }) => nextVersion(version, own) ?? version);
  for (const { path, revision } of found.isNew) terminal.tell(`${path} is new: \`${revision}\` does not have it\n`);
  print(changes, versions, flags.format, terminal);
  const failing: readonly ChangeLevel[] =
    flags.failOn === "none" ? [] : flags.failOn === "breaking" ? ["breaking"] : ["breaking", "warning"];
  return changes.some(({ level }) => failing.includes(level)) ? 1 : 0;
}

type LoadedPairs =
  | { readonly pairs: readonly (readonly [before: LoadedSide, after: LoadedSide])[] }
  | { readonly problems: readonly Problem[] };

/** Both sides of each pair, or all that is wrong with any of them. */
async function loadPairs(named: Pairs["pairs"], root: string | undefined, take: TakeRevision): Promise<LoadedPairs> {
  const pairs: [LoadedSide, LoadedSide][] = [];
  const problems: Problem[] = [];
  for (const [old, now] of named) {
    const [before, after] = [await loadSide(old, root, take), await loadSide(now, root, take)];
    if ("side" in before && "side" in after) pairs.push([before.side, after.side]);
    problems.push(...[before, after].flatMap((side) => ("problems" in side ? side.problems : [])));
  }
  return problems.length > 0 ? { problems } : { pairs };
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
