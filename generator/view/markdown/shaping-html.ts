import { isPage } from "./links.js";

/** HTML in the texts of a document that only shapes text: such a tag is kept, without attributes but a link that leads to a page. */

const inLines =
  "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup tt u var wbr";
const inBlocks = "blockquote center dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul";
const inTables = "caption table tbody td tfoot th thead tr";
const shaping: ReadonlySet<string> = new Set([inLines, inBlocks, inTables].flatMap((names) => names.split(" ")));

const tag = /^<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/i;
const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** A tag as it may stand in a page; undefined where it is of an element that could do, ask for or hide something. */
export function shapingTag(text: string): string | undefined {
  const [, slash, name = ""] = tag.exec(text) ?? [];
  const element = name.toLowerCase();
  if (!shaping.has(element)) return undefined;
  if (slash || element !== "a") return `<${slash}${element}>`;
  const [, quoted, other] = href.exec(text) ?? [];
  const link = quoted ?? other;
  return link !== undefined && isPage(link) && !/[\s"']/.test(link) ? `<a href="${link}">` : "<a>";
}
