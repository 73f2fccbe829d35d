import { shown, witnessLines } from "../../diff/witness-text.js";
import { commentText } from "./comment-text.js";
import type { Report } from "./report.js";
import { placeOf, totals } from "./text.js";

/** A comment of a pull request: the mark lets a bot find the one that it wrote before. */
export function changesMarkdown({ changes, problems, newDocuments }: Report): string {
  const cell = (text: string) => commentText(shown(text));
  const rows = changes.map(
    (change) =>
      `| ${change.accepted ? `${change.level}, accepted until ${change.accepted.until}` : change.level} | ${cell(change.message)} | ${change.hurts.join(", ")} | \`${change.rule}\` | ${cell(placeOf(change))} |\n`,
  );
  const table =
    rows.length === 0 ? "" : `\n| | change | hurts | rule | place |\n|---|---|---|---|---|\n${rows.join("")}`;
  const shownWitnesses = changes.filter(({ witness }) => witness).slice(0, 10);
  const witnesses = shownWitnesses.map(
    ({ message, witness }) =>
      `\n<details><summary>${cell(message)}</summary>\n\n\`\`\`\`text\n${witnessLines(witness!).join("\n")}\n\`\`\`\`\n\n</details>\n`,
  );
  const wrong = problems.map(
    ({ message, fix, position: { file, line } }) => `- ${cell(`${file}:${line}: ${message}: ${fix}`)}\n`,
  );
  const added = newDocuments.map(
    ({ document, revision }) => `- ${cell(`\`${document}\` is new: \`${revision}\` does not have it`)}\n`,
  );
  const list = wrong.length + added.length === 0 ? "" : `\n${[...added, ...wrong].join("")}`;
  return `<!-- openapi-errors diff -->\n### Errors: ${totals(changes)}\n${table}${witnesses.join("")}${list}`;
}
