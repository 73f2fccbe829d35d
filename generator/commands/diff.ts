import type { ChangeLevel } from "../diff/rules.js";
import { withRevisions } from "../history/revision.js";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { acceptChanges, refusedAcceptance } from "./diff/accept.js";
import { readExceptions } from "./diff/exceptions-file.js";
import type { DiffFormat } from "./diff/formats.js";
import { pairsOf } from "./diff/pairs.js";
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
    terminal.answer(rulesText(flags.format));
    return 0;
  }
  const day = today();
  const refused = refusedAcceptance(flags, day);
  if (refused !== undefined) return refuseWith(refused, terminal);
  const read = readExceptions(flags.exceptions);
  const answers = flags.seen === undefined ? { seen: undefined } : readSeen(flags.seen);
  const found = await withRevisions((take) => pairsOf(old, now, flags.root, take));
  const problems = [read, answers, found].flatMap((result) => ("problems" in result ? result.problems : []));
  // What can't be read is never called unchanged.
  if ("problems" in read || "problems" in answers || "problems" in found) return refuse(problems, flags, terminal);
  const report = reportOf(found, {
    exceptions: read.exceptions,
    checksVersion: flags.checkVersion ?? false,
    today: day,
    seen: answers.seen,
  });
  const { accept, reason = "", until = "", exceptions: file } = flags;
  if (accept) {
    const accepted = acceptChanges(report.changes, { fingerprints: accept, reason, until, file });
    if ("refused" in accepted) return refuseWith(accepted.refused, terminal);
    terminal.tell(accepted.said);
    return 0;
  }
  for (const { document, revision } of found.newDocuments)
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
