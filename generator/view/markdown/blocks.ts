import markdownIt from "markdown-it";

/** Texts of a document between ours: none may become a heading among ours, or swallow what follows. */

const commonMark = markdownIt("commonmark", { html: false });
/** HTML counts: a comment without an end swallows all that follows. */
export const withHtml = markdownIt("commonmark");

/** Text whose headings and thematic breaks are text, and whose blocks all end with it. */
export function contained(text: string): string {
  if (!/[#=`~*_-]/.test(text)) return text;
  const plain = withoutFrame(text);
  return closed(plain) ?? plain.replace(/(?:`{3,}|~{3,})/g, (fence) => `\\${[...fence].join("\\")}`);
}

/** The same with an end for a fence that has none; undefined where it can't be ended from outside. */
export function closed(text: string, parser = commonMark): string | undefined {
  if (endsWithIt(text, parser)) return text;
  const fence = parser.parse(text, {}).findLast(({ type }) => type === "fence");
  const ended = `${text}\n${fence?.markup ?? "```"}`;
  return endsWithIt(ended, parser) ? ended : undefined;
}

/** Whether a heading after the text would be one. */
function endsWithIt(text: string, parser: typeof commonMark): boolean {
  const last = parser.parse(`${text}\n\n# end`, {}).at(-3);
  return last?.type === "heading_open" && last.level === 0;
}

/** Whether the text begins with words, and not with a list, say, or with code. */
export function beginsAsParagraph(text: string): boolean {
  return commonMark.parse(text, {})[0]?.type === "paragraph_open";
}

/** The lines that are code, in a block of it: by their numbers from 0. */
export function codeLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { type, map } of commonMark.parse(text, {}))
    if (map && (type === "fence" || type === "code_block")) for (let at = map[0]; at < map[1]; at += 1) lines.add(at);
  return lines;
}

function withoutFrame(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/);
  for (const { type, markup, map } of commonMark.parse(lines.join("\n"), {})) {
    if (!map || (type !== "heading_open" && type !== "hr")) continue;
    // The line of a setext heading is its last one (CommonMark 4.3).
    const at = type === "heading_open" && !markup.startsWith("#") ? map[1] - 1 : map[0];
    lines[at] = (lines[at] ?? "").replace(markup.charAt(0), `\\${markup.charAt(0)}`);
  }
  return lines.join("\n");
}
