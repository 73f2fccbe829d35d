/** Longer than any description that people read: what is behind is left out. */
const maxText = 200_000;

const tableStart = /<table\b[^<>]*>/gi;

/** The lines of a description, with its lists and tables in Markdown, whichever of Markdown and HTML it is written in. */
export function linesOf(description: string): readonly string[] {
  const text = description.slice(0, maxText);
  const whole = /<[a-z/]/i.test(text) ? asMarkdown(text) : text;
  return withDefinitions(withoutFences(whole.split(/\r?\n/)));
}

/** A term and, in the next line, what it means behind a colon: an item of a list. */
function withDefinitions(lines: readonly string[]): readonly string[] {
  const isMeaning = (line: string | undefined) => line !== undefined && /^ {0,3}:[ \t]+\S/.test(line);
  if (!lines.some(isMeaning)) return lines;
  return lines.flatMap((line, at) => {
    const isTerm = isMeaning(lines[at + 1]) && /^[^\s|#:-]/.test(line);
    if (isTerm) return [`- ${line.trim()}${lines[at + 1]!.trimStart()}`];
    return isMeaning(line) && /^[^\s|#:-]/.test(lines[at - 1] ?? "") ? [] : [line];
  });
}

function asMarkdown(text: string): string {
  const parts: string[] = [];
  const lower = text.toLowerCase();
  let at = 0;
  for (const start of text.matchAll(tableStart)) {
    if (start.index < at) continue;
    const found = lower.indexOf("</table>", start.index);
    const end = found === -1 ? text.length : found;
    parts.push(blocksToLines(text.slice(at, start.index)), "\n\n", rowsToLines(text.slice(start.index, end)), "\n\n");
    at = end;
  }
  return [...parts, blocksToLines(text.slice(at))].join("");
}

/** Each row in one line, its cells parted by bars. */
function rowsToLines(table: string): string {
  return table
    .replaceAll("|", "\\|")
    .replace(/[\r\n]+/g, " ")
    .replace(/<\/t[dh]>/gi, " | ")
    .replace(/<tr\b[^<>]*>/gi, "\n| ")
    .replace(/<\/?(?:code|tt|kbd)\b[^<>]*>/gi, "`")
    .replace(/<[^<>]*>/g, " ")
    .replaceAll("&nbsp;", " ");
}

function blocksToLines(text: string): string {
  const lines = text.includes("|") ? text.split("\n").map(withoutBreaksInRows).join("\n") : text;
  return lines
    .replace(/<\/dt>\s*<dd\b[^<>]*>/gi, ": ")
    .replace(/<(\/?)([a-z]+[1-6]?)\b[^<>]*>/gi, inPlaceOf)
    .replaceAll("&nbsp;", " ");
}

/** Of tags that begin and end something, and of others that only begin it. */
const both: ReadonlyMap<string, string> = textsOf([
  ["\n\n", "p div ul ol dl h1 h2 h3 h4 h5 h6"],
  ["\n", "li dd table thead tbody td th tr"],
  ["`", "code tt kbd"],
  ["", "b strong em i span a u"],
]);
const opening: ReadonlyMap<string, string> = textsOf([
  ["\n- ", "li dt"],
  ["\n\n# ", "h1 h2 h3 h4 h5 h6"],
  ["\n", "br"],
]);

function textsOf(tags: readonly (readonly [text: string, names: string])[]): ReadonlyMap<string, string> {
  return new Map(tags.flatMap(([text, names]) => names.split(" ").map((name) => [name, text] as const)));
}

/** What a tag means for the lines; itself where that is nothing. */
function inPlaceOf(tag: string, slash: string, name: string): string {
  const known = name.toLowerCase();
  return (slash === "" ? opening.get(known) : undefined) ?? both.get(known) ?? tag;
}

/** A break within a cell of a Markdown table ends no row. */
function withoutBreaksInRows(line: string): string {
  return line.includes("|") ? line.replace(/<br\b[^<>]*>/gi, " ") : line;
}

/** Code in fences shows bodies, and lists nothing. */
function withoutFences(lines: readonly string[]): string[] {
  let isInside = false;
  return lines.map((line) => {
    const isFence = /^\s*(?:```|~~~)/.test(line);
    if (isFence) isInside = !isInside;
    return isFence || isInside ? "" : line;
  });
}
