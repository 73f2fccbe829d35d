import type { ChangeLevel } from "../diff/rules.js";
import { goneApis } from "../history/gone-apis.js";
import { type LoadedSide, loadSide } from "../history/load.js";
import { type TakeRevision, withRevisions } from "../history/revision.js";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { acceptChanges, refusedAcceptance } from "./diff/accept.js";
import { readExceptions } from "./diff/exceptions-file.js";
import type { DiffFormat } from "./diff/formats.js";
import { type Pairs, pairsOf } from "./diff/pairs.js";
import { printedReport, toldOf } from "./diff/print.js";
import { type DiffChange, reportOf, today } from "./diff/report.js";
import { readSeen } from "./diff/seen.js";
import { rulesText } from "./diff/text.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface DiffFlags {
  readonly failOn: "breaking" | "warning" | "none";
  readonly rules?: boolean;
  readonly root?: string;
  readonly format: DiffFormat;
  readonly checkVersion?: boolean;
  readonly exceptions?: string;
  /** A report of what answers held. */
  readonly seen?: string;
  /** Fingerprints. */
  readonly accept?: readonly string[];
  readonly reason?: string;
  readonly until?: string;
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
  const day = today();
  const refused = refusedAcceptance(flags, day);
  if (refused !== undefined) return refuseWith(refused, terminal);
  const read = readExceptions(flags.exceptions);
  const answers = flags.seen === undefined ? { seen: undefined } : readSeen(flags.seen);
  const found = pairsOf(old, now);
  const problems = [read, answers, found].flatMap((result) => ("problems" in result ? result.problems : []));
  if ("problems" in read || "problems" in answers || "problems" in found) return refuse(problems, flags, terminal);
  const loaded = await withRevisions((take) => loadPairs(found, flags.root, take));
  // What can't be read is never called unchanged.
  if ("problems" in loaded) return refuse(loaded.problems, flags, terminal);
  const report = reportOf(loaded.pairs, {
    exceptions: read.exceptions,
    checksVersion: flags.checkVersion ?? false,
    today: day,
    seen: answers.seen,
    newDocuments: found.isNew,
    gone: loaded.gone,
  });
  const { accept, reason = "", until = "", exceptions: file } = flags;
  if (accept) {
    const accepted = acceptChanges(report.changes, { fingerprints: accept, reason, until, file });
    if ("refused" in accepted) return refuseWith(accepted.refused, terminal);
    terminal.tell(accepted.said);
    return 0;
  }
  for (const { document, revision } of found.isNew)
    terminal.tell(`${document} is new: \`${revision}\` does not have it\n`);
  terminal.answer(printedReport(report, flags.format, terminal.colour.answer));
  terminal.tell(toldOf(report, flags.format, terminal.colour.tell));
  return report.changes.some((change) => fails(change, flags.failOn)) ? 1 : exitOf(report.problems);
}

/** Whether a change gives exit status 1. */
function fails({ level, accepted }: DiffChange, failOn: DiffFlags["failOn"]): boolean {
  const failing: Readonly<Record<DiffFlags["failOn"], readonly ChangeLevel[]>> = {
    none: [],
    breaking: ["breaking"],
    warning: ["breaking", "warning"],
  };
  return !accepted && failing[failOn].includes(level);
}

type LoadedPairs =
  | {
      readonly pairs: readonly (readonly [before: LoadedSide, after: LoadedSide])[];
      readonly gone: readonly LoadedSide[];
    }
  | { readonly problems: readonly Problem[] };

/** Both sides of each pair, or all that is wrong with any of them. */
async function loadPairs(
  { pairs: named, against }: Pairs,
  root: string | undefined,
  take: TakeRevision,
): Promise<LoadedPairs> {
  const pairs: [LoadedSide, LoadedSide][] = [];
  const gone: LoadedSide[] = [];
  const problems: Problem[] = [];
  const revision = against === undefined ? undefined : take(against);
  for (const { document } of revision && "folder" in revision ? goneApis(revision) : []) {
    const before = await loadSide(`${against}:${document}`, root, take);
    if ("side" in before) gone.push(before.side);
    else problems.push(...before.problems);
  }
  for (const [old, now] of named) {
    const [before, after] = [await loadSide(old, root, take), await loadSide(now, root, take)];
    if ("side" in before && "side" in after) pairs.push([before.side, after.side]);
    problems.push(...[before, after].flatMap((side) => ("problems" in side ? side.problems : [])));
  }
  return problems.length > 0 ? { problems } : { pairs, gone };
}

/** A side that can't be read, or is wrong itself. */
function refuse(problems: readonly Problem[], { format }: DiffFlags, terminal: Terminal): number {
  if (format === "json" || format === "github") terminal.answer(printProblems(problems, format, false));
  else terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  return 2;
}

function refuseWith(message: string, terminal: Terminal): number {
  terminal.tell(`openapi-errors diff: ${message}\n`);
  return 2;
}
