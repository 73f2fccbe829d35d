import { hasBar, isDelimiter } from "./table-row.js";

/** A description without its tables: what these list is read by itself, and makes no sentence. */
export function withoutTables(description: string): string {
  const text = withoutHtml(description);
  const lines = text.split("\n");
  const inTable = new Set<number>();
  for (const [at, line] of lines.entries()) {
    if (!isDelimiter(line) || !hasBar(lines[at - 1] ?? "")) continue;
    for (let row = at - 1; row < lines.length && hasBar(lines[row]!); row += 1) inTable.add(row);
  }
  const left = inTable.size === 0 ? text : lines.filter((_, at) => !inTable.has(at)).join("\n");
  return left === description ? description : left.replace(/\n{3,}/g, "\n\n").trim();
}

function withoutHtml(text: string): string {
  const parts = text.split(/<table\b/i);
  return parts.map((part, at) => (at === 0 ? part : part.slice(endOfTable(part)))).join("");
}

function endOfTable(part: string): number {
  const end = part.toLowerCase().indexOf("</table>");
  return end === -1 ? part.length : end + "</table>".length;
}
