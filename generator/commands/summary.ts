import { dirname } from "node:path";
import type { Dialect } from "../dialect.js";
import type { BroughtTypes, GenerateResult, Inferred } from "../generate.js";
import { printable } from "../runtime/text.js";
import { counted } from "../view/words.js";
import type { Change } from "../write/change.js";

/** From how many files on a folder whose files are all alike takes one line. */
const many = 11;

/** What a run did, or with `--check` what there is to do, for people. */
export function summary(
  { changes, dialects, inferred, brought }: Pick<GenerateResult, "changes" | "dialects" | "inferred" | "brought">,
  check: boolean,
): string {
  const due = changes.filter(({ kind }) => kind !== "unchanged");
  const notes = [...inferred.map(inference), ...brought.map(reasonOfTypes), ...new Set(dialects.map(reasonOf))].join(
    "",
  );
  const files = counted(changes.length, "file");
  if (due.length === 0) return `${notes}${files}, ${changes.length === 1 ? "" : "all "}up to date\n`;
  const list = linesOf(due).join("");
  if (check)
    return `${notes}${list}${due.length} of ${files} ${due.length === 1 ? "is" : "are"} out of date: run \`openapi-errors generate\`\n`;
  const removed = due.filter(({ kind }) => kind === "removed").length;
  const left = due.filter(({ kind }) => kind === "outdated").length;
  const written = `${due.length - removed - left} written${removed > 0 ? `, ${removed} removed` : ""}`;
  return `${notes}${list}${files}, ${written}${left > 0 ? `, ${left} outdated` : ""}\n`;
}

/** Nothing is inferred in silence. */
function inference({ file, codes, errorAnswers, answersWithCodes }: Inferred): string {
  const found = `${counted(codes, "code")} in ${answersWithCodes} of ${counted(errorAnswers, "error answer")}`;
  return `${printable(file)}: ${found}, inferred without x-error-contract; \`openapi-errors scan\` says from what\n`;
}

/** Nobody asked for them, and errors.ts would not compile without. */
function reasonOfTypes({ path, codes: [first = "", ...others] }: BroughtTypes): string {
  const more = others.length === 0 ? "" : ` and ${counted(others.length, "other")}`;
  return `${printable(path)} comes along: the details of ${printable(first)}${more} are typed by it\n`;
}

/** What the caller's own settings made of the imports; that they end in `.js`, all else takes for granted. */
function reasonOf({ importExtension, because }: Dialect): string {
  if (because === undefined || importExtension === "js") return "";
  const ending = importExtension === "ts" ? "end in `.ts`" : "have no extension";
  return `imports ${ending}, as ${printable(because)} needs; \`importExtension\` says otherwise\n`;
}

function linesOf(due: readonly Change[]): string[] {
  const groupOf = ({ path, kind }: Change) => `${kind.padEnd(7)} ${dirname(path)}/`;
  const counts = new Map<string, number>();
  for (const change of due) counts.set(groupOf(change), (counts.get(groupOf(change)) ?? 0) + 1);
  const lines = due.map((change) => {
    const count = counts.get(groupOf(change)) ?? 0;
    return count < many
      ? `  ${change.kind.padEnd(7)} ${change.path}\n`
      : `  ${groupOf(change)} (${counted(count, "file")})\n`;
  });
  return [...new Set(lines)];
}
