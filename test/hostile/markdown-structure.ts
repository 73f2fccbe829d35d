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
  const ours = ownTables(tokens);
  for (const [index, { type, tag, level, content, children }] of tokens.entries()) {
    const isOurs = !/^(?:table|t[rdh])_open$/.test(type) || ours.has(index);
    if (isFrame && own.has(type) && isOurs) found.push(`${type} ${tag} ${level}`);
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

/** The tokens of our own tables, by what their first column is called. A description may hold a table, which is one of its own. */
function ownTables(tokens: ReturnType<typeof parser.parse>): ReadonlySet<number> {
  const ours = new Set<number>();
  let isOurs = false;
  for (const [index, { type }] of tokens.entries()) {
    if (type === "table_open") {
      const title = tokens.slice(index).find((token) => token.type === "inline")?.content ?? "";
      isOurs = /^(?:Code|Status|Detail)$/.test(title);
    }
    if (isOurs) ours.add(index);
    if (type === "table_close") isOurs = false;
  }
  return ours;
}

/** We write code so where back-ticks would not hold it: each mark is opened and closed, and neither does anything. */
function isCodeAlone(tags: readonly string[]): boolean {
  return tags.every((tag, index) => tag === (index % 2 === 0 ? "<code>" : "</code>")) && tags.length % 2 === 0;
}

function withoutCode(text: string): string {
  return text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, "");
}
