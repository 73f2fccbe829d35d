import type { Change } from "../../diff/change.js";
import type { VersionChanges } from "../../diff/changelog.js";
import { partsOf } from "../../diff/sentence.js";
import { shown } from "../../diff/witness-text.js";
import { codeSpan, inlineMarkdown } from "../../view/markdown/text.js";
import { counted } from "../../view/words.js";
import { levelStyles } from "../diff/text.js";
import type { ChangelogFormat } from "./formats.js";

/** What the versions of an API changed, the newest first. */
export interface ApiLog {
  readonly api: string;
  readonly title: string;
  readonly log: readonly VersionChanges[];
}

export function printedLogs(logs: readonly ApiLog[], format: ChangelogFormat, colour: boolean): string {
  switch (format) {
    case "json":
      return `${JSON.stringify({ apis: logs.map(jsonOf) }, null, 2)}\n`;
    case "markdown":
      return logs.map(markdownOf).join("\n");
    case "text":
      return logs.map((log) => textOf(log, colour)).join("\n");
  }
}

function jsonOf({ api, title, log }: ApiLog) {
  const versions = log.map(({ version = null, errors, changes = null }) => ({ version, errors, changes }));
  return { api, title, versions };
}

function markdownOf({ title, log }: ApiLog): string {
  const sections = log.map(({ version, errors, changes }) => {
    const items = changes?.map(
      ({ level, message, hurts }) => `- **${level}**: ${sentence(shown(message))}${hurting(hurts)}\n`,
    );
    const text = items === undefined ? `${first(errors)}\n` : items.length === 0 ? `${unchanged}\n` : items.join("");
    return `\n## ${inlineMarkdown(shown(version ?? unreleased)).text}\n\n${text}`;
  });
  return `# ${inlineMarkdown(shown(title)).text}: changes of errors\n${sections.join("")}`;
}

function textOf({ title, log }: ApiLog, colour: boolean): string {
  const sections = log.map(({ version, errors, changes }) => {
    const heading = shown(version ?? unreleased);
    if (changes === undefined) return `\n${heading}: ${first(errors)}\n`;
    if (changes.length === 0) return `\n${heading}: ${unchanged}\n`;
    const lines = changes.map(({ level, message, hurts }) => {
      const label = colour ? `${levelStyles[level]}${level.padEnd(8)}\u001b[0m` : level.padEnd(8);
      return `  ${label}  ${shown(message)}${hurting(hurts)}\n`;
    });
    return `\n${heading}\n${lines.join("")}`;
  });
  return `${shown(title)}\n${sections.join("")}`;
}

/** Ours, with what is quoted of a document as code. */
function sentence(message: string): string {
  return partsOf(message)
    .map(({ text, isCode }) => (isCode ? codeSpan(text).text : betweenCode(text)))
    .join("");
}

/** With the spaces around it. */
function betweenCode(text: string): string {
  const words = text.trim();
  return words === "" ? text : text.replace(words, () => inlineMarkdown(words).text);
}

const unreleased = "not released yet";
const unchanged = "no change of errors";

function first(errors: number): string {
  return `the first one here, with ${counted(errors, "error")}`;
}

function hurting(hurts: Change["hurts"]): string {
  return hurts.length === 0 ? "" : ` (hurts ${hurts.join(", ")})`;
}
