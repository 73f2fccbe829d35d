import { version } from "../../package/version.js";
import { printProblems } from "../../problem/print.js";
import { changesAnnotations } from "./annotations.js";
import type { DiffFormat } from "./formats.js";
import { changesMarkdown } from "./markdown.js";
import type { Report } from "./report.js";
import { sarifOf } from "./sarif.js";
import { printChanges, totals } from "./text.js";

/** What a report is on standard output; what of it is not there is for people, on standard error. */
export function printedReport(report: Report, format: DiffFormat, colour: boolean): string {
  const { changes, problems, versions, newDocuments } = report;
  switch (format) {
    case "json":
      return `${JSON.stringify({ changes, problems, newDocuments }, null, 2)}\n`;
    case "sarif":
      return sarifOf(report, version);
    case "github":
      return changesAnnotations(changes) + printProblems(problems, "github", false);
    case "markdown":
      return changesMarkdown(report);
    case "next-version":
      return versions.map((next) => `${next}\n`).join("");
    case "text":
      return printChanges(changes, colour);
  }
}

/** What people are told besides: what is wrong with exceptions and versions, unless the format holds it. */
export function toldOf({ changes, problems }: Report, format: DiffFormat, colour: boolean): string {
  if (format === "json" || format === "sarif") return "";
  return format === "github" ? `${totals(changes)}\n` : printProblems(problems, "text", colour);
}
