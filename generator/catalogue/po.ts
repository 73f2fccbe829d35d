import { linesOf, positionIn } from "../read/lines.js";
import type { CatalogueRead, Entry } from "./entry.js";

interface Block {
  readonly offset: number;
  readonly isFuzzy: boolean;
  readonly context: string;
  readonly id: string;
  readonly text: string;
}

/**
 * The texts of a catalogue of gettext. What is marked as fuzzy is shown to nobody, and is as good as missing.
 */
export function entriesOfPo(file: string, text: string): CatalogueRead {
  const lines = linesOf(text);
  const entries = blocksOf(text)
    .filter(({ id, context }) => id !== "" || context !== "")
    .map((block): Entry => {
      const key = keyOf(block);
      const position = () => positionIn(file, text, lines, block.offset);
      return { key, text: block.isFuzzy ? "" : block.text, position };
    });
  return { entries };
}

/** A context is the key of what has prose for its id; before an id that is itself a key, it is a step to it. */
function keyOf({ context, id }: Block): string {
  const isProse = id === "" || /\s/.test(id);
  return context === "" ? id : isProse ? context : `${context}.${id}`;
}

/** An entry ends where the next one begins: with a comment, `msgctxt`, or a `msgid` behind a `msgstr`. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let block: Block | undefined;
  let part = "";
  let isFuzzy = false;
  for (const { 0: line, index } of text.matchAll(/^.*$/gm)) {
    if (/^#,.*\bfuzzy\b/.test(line)) isFuzzy = true;
    const [, keyword, quoted] =
      /^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)[ \t]+)?"(.*)"\s*$/.exec(line) ?? [];
    if (quoted === undefined) continue;
    if (keyword === "msgctxt" || (keyword === "msgid" && part !== "msgctxt")) {
      if (block) blocks.push(block);
      block = { offset: index, isFuzzy, context: "", id: "", text: "" };
      isFuzzy = false;
    }
    part = keyword ?? part;
    if (block)
      block = withPart(
        block,
        part,
        quoted.replace(/\\(.)/g, (_, sign) => (sign === "n" ? "\n" : sign)),
      );
  }
  return block ? [...blocks, block] : blocks;
}

function withPart(block: Block, part: string, more: string): Block {
  if (part === "msgctxt") return { ...block, context: block.context + more };
  if (part === "msgid") return { ...block, id: block.id + more };
  return part.startsWith("msgstr") ? { ...block, text: block.text + more } : block;
}
