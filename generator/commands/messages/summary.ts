import type { MessagesReport } from "../../catalogue/hold.js";
import { printable } from "../../runtime/text.js";
import { counted } from "../../view/words.js";

/** How many names that are no codes are read one by one. */
const maxNames = 8;

/** A line for each catalogue: how much of an API it has, how its keys are made, and what else stands there. */
export function summaryOfMessages({ catalogues }: Omit<MessagesReport, "problems">): string {
  const lines = catalogues.map(({ file, api, language, key, messages, missing, retired, others }) => {
    const all = messages + missing.length;
    const name = language === null ? file : `${file}, ${language}`;
    const beside = [
      ...(others.length > 0 ? [`${counted(others.length, "other key")}: ${namesOf(others)}`] : []),
      ...(retired.length > 0 ? [`retired: ${namesOf(retired)}`] : []),
    ];
    const also = beside.length === 0 ? "" : `; beside them ${beside.join("; ")}`;
    return `${printable(`${name}: ${messages} of ${counted(all, "code")} of ${api}, as ${key}${also}`)}\n`;
  });
  return lines.length === 0 ? "" : `${lines.join("")}\n`;
}

function namesOf(names: readonly string[]): string {
  const more = names.length - maxNames;
  return more > 0 ? `${names.slice(0, maxNames).join(", ")} and ${more} more` : names.join(", ");
}
