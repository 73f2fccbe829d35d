import type { AuditReport, Drift } from "../../answers/audit-report.js";
import { shown } from "../../diff/witness-text.js";
import { renderTemplate } from "../../render/template.js";
import type { Screen } from "../../view/terminal/text.js";
import { counted } from "../../view/words.js";
import { commentText } from "../diff/comment-text.js";
import type { AuditFormat } from "./formats.js";
import { auditPage, titleOf } from "./page.js";

/** What a report is on standard output. */
export function printedAudit(report: AuditReport, format: AuditFormat, screen: Screen): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "markdown":
      return markdownOf(report);
    case "github":
      return report.drift.map(annotationOf).join("");
    case "text":
      return renderTemplate("terminal/page", auditPage(report, screen));
  }
}

/** A drift in one sentence. */
function sentenceOf({ kind, api, code, operation, pointer, expected, found, answers }: Drift): string {
  const at = operation === null ? "" : ` of \`${operation}\``;
  const where = pointer === "" ? "" : ` at \`${pointer}\``;
  const times = counted(answers, "answer");
  switch (kind) {
    case "unlisted":
      return `\`${code}\` is not listed by \`${api}\`, and ${times} had it`;
    case "retired":
      return `\`${code}\` of \`${api}\` is retired, and ${times} had it`;
    case "undeclared":
      return `${found}${at} is declared nowhere in \`${api}\`, and ${times} had it`;
    case "deviation":
      return `\`${code}\`${at} of \`${api}\` has ${found} instead of ${expected}${where}, in ${times}`;
  }
}

/** For the summary of a job, or a comment. */
function markdownOf(report: AuditReport): string {
  const cell = (text: string) => commentText(shown(text));
  const rows = report.drift.map((each) => `| ${cell(sentenceOf(each))} | ${each.kind} | ${cell(each.first)} |\n`);
  const table = rows.length === 0 ? "" : `\n| drift | kind | first seen |\n|---|---|---|\n${rows.join("")}`;
  return `<!-- openapi-errors audit -->\n### Errors: ${titleOf(report)}\n${table}`;
}

/** An annotation of GitHub Actions. Traffic is no file of the repository, so that it stands at none. */
function annotationOf(drift: Drift): string {
  const value = shown(`${sentenceOf(drift)}: ${drift.first}`).replaceAll("%", "%25");
  return `::error title=openapi-errors%3A ${drift.kind}::${value}\n`;
}
