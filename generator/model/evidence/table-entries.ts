import { child, type Node } from "../../read/source.js";
import { type CodeRow, codeRows, type Described } from "../texts/code-rows.js";
import { titleOf } from "./code-texts.js";
import { type ExtensionEntry, nothingSaid } from "./extension-entry.js";

/** Reads the codes that the description at a node lists, in a table or item by item. */
export type TableEntries = (node: Node, described: Described) => readonly ExtensionEntry[];

/** Descriptions are shared and repeated: each text is read once. `isOther` tells of names that are no codes. */
export function readTables(isOther: (name: string) => boolean): TableEntries {
  const known = new Map<string, readonly CodeRow[]>();
  return (node, described) => {
    const holder = child(node, "description");
    if (typeof holder.value !== "string" || holder.value === "") return [];
    const key = `${described} ${holder.value}`;
    const rows = known.get(key) ?? codeRows(holder.value, described, isOther);
    known.set(key, rows);
    return rows.map((row) => entryOf(row, holder));
  };
}

function entryOf({ code, isNumber, status, title, text, resolution }: CodeRow, holder: Node): ExtensionEntry {
  const said = { title: titleOf(title), meaning: text, resolution, status };
  return { ...nothingSaid, code, isNumber, ...said, lists: true, evidence: "table", holder };
}
