import type { AuditReport } from "../answers/audit-report.js";
import type { Fields } from "../answers/fields.js";
import { contractsOf } from "../commands/audit/contracts.js";
import { unreadTraffic } from "../commands/audit/lines.js";
import { auditTraffic, type NamedTraffic } from "../commands/audit/run.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { beginningOf } from "../read/lines.js";
import { askedFor } from "./asked.js";
import type { Documents, ReadOptions } from "./options.js";

/** Recorded answers: a file by its path, or its text or bytes as they come, with a name for its places. */
export type TrafficInput = string | { readonly name: string; readonly chunks: AsyncIterable<Uint8Array | string> };

/** How traffic is read, and what it is held against. */
export interface AuditOptions extends ReadOptions {
  /** Where a line of a log has what, where it calls it something else: `{ status: "resp.code", body: "resp.text" }`. */
  readonly fields?: Fields | undefined;
}

/** What `audit` found. */
export interface AuditResult {
  /** Undefined where something can't be read: that is never called without drift. */
  readonly report: AuditReport | undefined;
  /** What is wrong with documents or traffic. */
  readonly problems: readonly Problem[];
}

/**
 * Says which errors recorded traffic held, and where it departs from the contracts of documents or of errors.json files, as
 * `openapi-errors audit` does.
 *
 * @example
 * const { report } = await audit("traffic.har", "openapi.yaml");
 * for (const { kind, code, answers, first } of report?.drift ?? []) console.log(kind, code, answers, first);
 */
export async function audit(
  traffic: TrafficInput | readonly TrafficInput[],
  documents?: Documents,
  { fields, ...options }: AuditOptions = {},
): Promise<AuditResult> {
  const inputs = isList(traffic) ? traffic : [traffic];
  const { targets, problems: ofConfig } = askedFor(documents, options);
  const { contracts, problems, isPart } = await contractsOf(targets, options.root);
  const unread = inputs.flatMap(unreadOf);
  const wrong = [...ofConfig, ...problems, ...unread];
  if (isPart || hasErrors([...ofConfig, ...unread])) return { report: undefined, problems: wrong };
  const { report, problems: ofTraffic } = await auditTraffic(inputs.map(named), contracts, { fields });
  return { report: hasErrors(ofTraffic) ? undefined : report, problems: [...wrong, ...ofTraffic] };
}

function isList(traffic: TrafficInput | readonly TrafficInput[]): traffic is readonly TrafficInput[] {
  return Array.isArray(traffic);
}

function unreadOf(input: TrafficInput): Problem[] {
  const why = typeof input === "string" ? unreadTraffic(input) : isChunks(input) ? undefined : noTraffic;
  const name = typeof input === "string" ? input : "traffic";
  return why ? [{ ...fileUnreadable(name, why), position: beginningOf(name) }] : [];
}

const noTraffic = {
  reason: "it is neither a path nor chunks with a name",
  fix: 'give `{ name: "today", chunks: stream }`',
};

function isChunks(input: unknown): boolean {
  const { name, chunks } = Object(input) as { readonly name?: unknown; readonly chunks?: unknown };
  return typeof name === "string" && typeof Object(chunks)[Symbol.asyncIterator] === "function";
}

function named(input: TrafficInput): NamedTraffic {
  return typeof input === "string" ? { name: input, traffic: input } : { name: input.name, traffic: input.chunks };
}
