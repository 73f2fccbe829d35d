import markdownIt from "markdown-it";

const parser = markdownIt({ html: true, linkify: false });
// What a link leads to is judged here.
parser.validateLink = () => true;
const allowedLink = /^(?:https?:\/\/|mailto:|#|(?:\.{0,2}\/|[\w%.~-]+(?:[/#?]|$)))/i;
const own = new Set(["heading_open", "hr", "table_open", "tr_open", "td_open", "th_open"]);

/**
 * The frame of a document in Markdown, whatever its texts are: headings, rules, tables, rows and cells; and what no text
 * may bring: HTML, pictures, links that lead to no page, definitions that give other texts a link.
 */
export function markdownStructure(text: string, isFrame = true): readonly string[] {
  const environment: { references?: Record<string, { href: string; title: string }> } = {};
  const found: string[] = [];
  const tokens = parser.parse(text, environment);
  for (const { type, tag, level, content, children } of tokens) {
    if (isFrame && own.has(type)) found.push(`${type} ${tag} ${level}`);
    if (type === "html_block") found.push(`html ${content}`);
    const tags = (children ?? []).flatMap(({ type, content }) => (type === "html_inline" ? [content] : []));
    found.push(...(isCodeAlone(tags) ? [] : tags.map((each) => `html ${each}`)));
    for (const child of children ?? []) {
      if (child.type === "image") found.push("picture");
      const href = child.attrGet("href");
      if (child.type === "link_open" && !allowedLink.test(String(href))) found.push(`link ${href}`);
    }
  }
  found.push(...Object.keys(environment.references ?? {}).map((name) => `definition ${name}`));
  if (/^ {0,3}\[\^[^\]]+\]:/m.test(withoutCode(text))) found.push("footnote");
  return found.sort();
}

/** We write code so where back-ticks would not hold it: each mark is opened and closed, and neither does anything. */
function isCodeAlone(tags: readonly string[]): boolean {
  return tags.every((tag, index) => tag === (index % 2 === 0 ? "<code>" : "</code>")) && tags.length % 2 === 0;
}

function withoutCode(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, "");
}
