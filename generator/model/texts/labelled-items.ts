import { type ListItem, listItem } from "./list-item.js";
import { linesOf } from "./text-lines.js";

/** `Error code 2204: `, `- errorCode = `, with the mark of an item before it. */
const label = /^(?:(?:[-*+\u2022]|\d{1,3}[.)])\s+)?[*_]{0,3}err(?:or)?[ _-]?code(?:\s?[:=#])?[*_]{0,3}\s+/i;

/** Most descriptions have none. */
const mayHold = /err(?:or)?[ _-]?code/i;

/** Longer than any line that begins so. */
const maxLine = 1000;

/**
 * `Error code 2204: The input is invalid.`, as a line or as an item of a list: what calls itself the code of an error needs
 * no others beside it. One of which nothing is said may as well be a part of a sentence.
 */
export function labelledItems(description: string): ListItem[] {
  if (!mayHold.test(description)) return [];
  return linesOf(description).flatMap((line) => {
    const text = line.trim();
    const found = text.length <= maxLine ? label.exec(text) : null;
    const item = found ? listItem(text.slice(found[0].length)) : undefined;
    return item?.text !== undefined && item.cell.shape !== "word" ? [item] : [];
  });
}
