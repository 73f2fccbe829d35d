import { escapeInLines } from "../../runtime/text.js";

/** An agent pays for each word that it reads, and clients cut what is too long, wherever that is. */
const mostText = 20_000;
const mostData = 16_000;

/** A text of a document or of an answer: without what moves a terminal or hides, and no longer than somebody reads. */
export function told(text: string, most = 1200): string {
  const safe = escapeInLines(text.slice(0, most + 1)).replace(/\r/g, "");
  return text.length > most ? `${safe.slice(0, most)}…` : safe;
}

/** As many items as there is room for, from one of them on, and the number of that which would be next. */
export function fitting<Item>(
  items: readonly Item[],
  { from = 0, most = mostData }: { readonly from?: number; readonly most?: number } = {},
): { readonly shown: readonly Item[]; readonly next: number | undefined } {
  let [to, size] = [from, 0];
  while (to < items.length) {
    size += JSON.stringify(items[to]).length;
    // One at least, or nobody would ever come further.
    if (size > most && to > from) break;
    to++;
  }
  return { shown: items.slice(from, to), next: to < items.length ? to : undefined };
}

/** The beginning of a text, up to a line's end, where it is too long; and what to do then. */
export function boundedText(text: string, less: string): string {
  const safe = escapeInLines(text);
  if (safe.length <= mostText) return safe;
  const end = safe.lastIndexOf("\n", mostText);
  return `${safe.slice(0, end > 0 ? end : mostText)}\n\n(cut here, at ${mostText} characters: ${less})\n`;
}
