import { codeCell } from "./code-cell.js";
import type { ListItem } from "./list-item.js";

/** `` `too_long` (of many lines) ``, `4 = no such table`, `5: TABLE_EXISTS`: a name in marks, or a number, and what it stands for. */
const pair =
  /(?:(`[^`\s]{1,80}`)(?: ?\(([^()\n]{3,200})\)| ?[=:-] ([^,;()\n]{3,200}))|(?<![\w.-])(\d{1,6}) ?[=:-] ([^,;()\n]{3,200}))/g;

/** `TABLE_EXISTS`, `TableExists`. */
function isName(text: string): boolean {
  return codeCell(text)?.shape === "joined" || /^[A-Z][A-Z\d]{2,}$/.test(text);
}

/** What people read to the end. */
const maxText = 5000;

/** The codes that a sentence lists in passing, as `one of 4 = no such table, 5 = it exists`: one alone may be an example. */
export function inlineItems(description: string): ListItem[] {
  const items = [...description.slice(0, maxText).matchAll(pair)].flatMap(
    ([, marked, inBrackets, told, digits, said]) => {
      const cell = codeCell(marked ?? digits ?? "");
      const text = (inBrackets ?? told ?? said ?? "").trim();
      const name = digits !== undefined && isName(text) ? text : undefined;
      if (cell === undefined || cell.code === "0" || !(name || /\S\s+\S/.test(text))) return [];
      return [{ cell, statuses: [], name, text: name ? undefined : text }];
    },
  );
  return items.length > 1 ? items : [];
}
