import type { AuditReport } from "../answers/audit-report.js";
import type { Fields } from "../answers/fields.js";
import { printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { beginningOf } from "../read/lines.js";
import { type ContractFlags, contractsNamed } from "./audit/contracts.js";
import type { AuditFormat } from "./audit/formats.js";
import { unreadTraffic } from "./audit/lines.js";
import { mergedReport } from "./audit/merge.js";
import { printedAudit } from "./audit/print.js";
import type { Part } from "./audit/records.js";
import { auditTraffic, type NamedTraffic } from "./audit/run.js";
import type { Input } from "./explain.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface MergeFlags {
  readonly failOn: "drift" | "none";
  readonly format: AuditFormat;
}

export interface AuditFlags extends MergeFlags, ContractFlags {
  /** Documents or errors.json files; default: the `apis` of redocly.yaml. */
  readonly contract?: readonly string[];
  readonly fields?: Fields;
  readonly part?: Part;
}

/** `openapi-errors audit`: what recorded traffic held, and how it departs from the contracts. */
export async function auditCommand(
  traffic: readonly string[],
  flags: AuditFlags,
  terminal: Terminal,
  input: Input,
): Promise<number> {
  const unread = traffic.flatMap((path) => unreadOf(path, input));
  const { contracts, problems, isPart } = await contractsNamed(flags.contract ?? [], flags);
  if (isPart || unread.length > 0) return refuse([...problems, ...unread], flags, terminal);
  // A mistake in a document, which `lint` tells as well, does not keep its codes from being counted.
  if (hasErrors(problems)) terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  const named = traffic.map((path): NamedTraffic => ({ name: path, traffic: path === "-" ? input : path }));
  const { report, problems: ofTraffic } = await auditTraffic(named, contracts, flags);
  if (hasErrors(ofTraffic)) return refuse(ofTraffic, flags, terminal);
  return tell(report, flags, terminal);
}

/** `openapi-errors audit merge`: reports of parts, or of other days, as one. */
export function mergeCommand(paths: readonly string[], flags: MergeFlags, terminal: Terminal): number {
  const merged = mergedReport(paths);
  return "problems" in merged ? refuse(merged.problems, flags, terminal) : tell(merged.report, flags, terminal);
}

function unreadOf(path: string, { isTTY }: Input): Problem[] {
  const why = path !== "-" ? unreadTraffic(path) : isTTY ? nothingPiped : undefined;
  return why ? [{ ...fileUnreadable(path, why), position: beginningOf(path) }] : [];
}

const nothingPiped = {
  reason: "nothing is on standard input",
  fix: "type `openapi-errors audit - < traffic.ndjson`",
};

function tell(report: AuditReport, { failOn, format }: MergeFlags, terminal: Terminal): number {
  terminal.answer(printedAudit(report, format, { width: terminal.width, colour: terminal.colour.answer }));
  return report.drift.length > 0 && failOn === "drift" ? 1 : 0;
}

function refuse(problems: readonly Problem[], { format }: MergeFlags, terminal: Terminal): number {
  if (format === "json" || format === "github") terminal.answer(printProblems(problems, format, false));
  else terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  return exitOf(problems);
}
