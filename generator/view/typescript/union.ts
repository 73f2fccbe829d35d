import type { CodeText } from "../code-text.js";
import { lineWidth } from "./text.js";

/** Types with bars between them. */
export function union(members: readonly string[]): CodeText {
  return { kind: "literal", text: members.join(" | ") };
}

/** The same behind what a line begins with: in that line, or below it with as many members on each line as fit. */
export function unionIn(members: readonly string[], line: string): CodeText {
  const flat = ` ${union(members).text}`;
  if (line.length + flat.length - 1 <= lineWidth || members.length < 2) return { kind: "literal", text: flat };
  const pad = " ".repeat(line.length - line.trimStart().length + 2);
  const lines: string[] = [];
  for (const member of members.map((text) => ` | ${text}`)) {
    const last = lines.at(-1);
    if (last === undefined || pad.length + last.length + member.length > lineWidth) lines.push(member.trimStart());
    else lines[lines.length - 1] = `${last}${member}`;
  }
  return { kind: "literal", text: lines.map((text) => `\n${pad}${text}`).join("") };
}
