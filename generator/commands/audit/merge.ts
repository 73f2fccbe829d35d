import type { AuditReport } from "../../answers/audit-report.js";
import { mergeReports } from "../../answers/tally.js";
import type { Problem } from "../../problem/problem.js";
import { readOwnFile } from "../diff/own-file.js";

/** Reports that were printed as JSON, added up; or all that is wrong with them. */
export function mergedReport(
  paths: readonly string[],
): { readonly report: AuditReport } | { readonly problems: readonly Problem[] } {
  const read = paths.map((path) => readOwnFile(path, "audit"));
  const problems = read.flatMap((file) => file.problems);
  if (problems.length > 0) return { problems };
  return { report: mergeReports(read.flatMap(({ root }) => (root ? [root.value as unknown as AuditReport] : []))) };
}
