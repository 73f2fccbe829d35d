import { partsOf } from "../../diff/sentence.js";

/**
 * A sentence about a document where GitHub shows it, the same in Markdown and in HTML: what stands in back-ticks is code,
 * all else is text. A document may say anything, and must not link, show a picture or call somebody.
 */
export function commentText(text: string): string {
  return partsOf(text)
    .map(({ text: part, isCode }) =>
      isCode ? `<code>${inert(part)}</code>` : inert(part).replace(/&#(?:64|35);/g, "<code>$&</code>"),
    )
    .join("");
}

/** Without marks of Markdown and HTML. Between letters an underscore is none, as in most codes. */
function inert(text: string): string {
  return text.replace(
    /[&<>|*`[\]\\~!^$#@{}]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|(?<=www)\./gi,
    (mark) => `&#${mark.charCodeAt(0)};`,
  );
}
