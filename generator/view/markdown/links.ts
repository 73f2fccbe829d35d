/** Links in the Markdown of a document: those that lead to a page are kept, and no text of ours is made one. */

const page = /^(?:https?:\/\/|mailto:|#)[^<>\\]*$/i;
/** Without a scheme, nor anything that hides one: entities and backslashes count in a destination (CommonMark 6.3). */
const relative = /^[^\s:&\\<>()]*$/;

// Behind the text of a link, the begin of its destination.
const link = /\]\(\s*(?:<|&lt;)?([^\s)>]*)/g;
const footnote = /\[\^/g;
// What begins a definition (CommonMark 4.7), in a list or a quotation too. Its label may go on in the next line.
const definition = /^([\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*)\[(?=[^\]]*(?:\]:\s*(\S*)|$))/;

/** A part of a line whose links lead to pages: others, and footnotes, are text. */
export function withHarmlessLinks(text: string): string {
  return text
    .replace(link, (match, destination: string, at: number) =>
      leadsToPage(destination) || isEscaped(text, at) ? match : `\\${match}`,
    )
    .replace(footnote, (match, at: number, whole: string) => (isEscaped(whole, at) ? match : `\\${match}`));
}

/** A line that defines no link; or, where it may, one that leads to a page. */
export function withoutDefinition(line: string, mayDefine: boolean): string {
  return line.replace(definition, (match, before: string, destination: string | undefined) =>
    mayDefine && destination !== undefined && leadsToPage(destination) ? match : `${before}\\[`,
  );
}

/** Whether a destination is the address of a page or of mail, or a place in the text. */
export function isPage(destination: string): boolean {
  return page.test(destination);
}

function leadsToPage(destination: string): boolean {
  return isPage(destination) || relative.test(destination);
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charAt(before - 1) === "\\") before -= 1;
  return (at - before) % 2 === 1;
}
