import markdownIt from "markdown-it";
import type { CodeText } from "../code-text.js";
import { hasManyMarks } from "../many-marks.js";
import { html, printable } from "./text.js";

/**
 * Descriptions are CommonMark in OpenAPI: as HTML, with tables, without HTML of their own and without pictures. A link
 * leads to a web page or a mail address, or is shown as the text that it is.
 */
const commonMark = markdownIt("commonmark", { html: false, xhtmlOut: false }).enable("table").disable("image");
commonMark.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url);
commonMark.renderer.rules.heading_open = () => '<p class="heading">';
commonMark.renderer.rules.heading_close = () => "</p>\n";
commonMark.renderer.rules.th_open = () => '<th scope="col">';
// Without the style by which it would be aligned, which no policy of a page allows.
commonMark.renderer.rules.td_open = () => "<td>";

/** A paragraph or more. An entity may stand for what has no place in HTML, so that what comes out is looked at again. */
export function richText(text: string): CodeText {
  if (hasManyMarks(text)) return { kind: "html", text: `<pre>${html(text).text}</pre>` };
  return { kind: "html", text: printable(commonMark.render(printable(text))).trim() };
}

/** Text in one line: a list item, a cell of a table. */
export function richLine(text: string): CodeText {
  if (hasManyMarks(text)) return html(text);
  return { kind: "html", text: printable(commonMark.renderInline(printable(text).replace(/\s+/g, " ").trim())) };
}

/** The same text without its marks. */
export function plainText(text: string): string {
  if (hasManyMarks(text)) return printable(text).replace(/\s+/g, " ").trim();
  const words = commonMark
    .parse(printable(text), {})
    .flatMap(({ content, children }) =>
      children ? children.map((token) => (/break$/.test(token.type) ? " " : token.content)).join("") : content,
    );
  return words.join(" ").replace(/\s+/g, " ").trim();
}
