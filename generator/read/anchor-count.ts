import type { Problem } from "../problem/problem.js";
import { anchorsTooMany } from "../problem/syntax.js";
import { linesOf, positionIn } from "./lines.js";
import { yaml } from "./yaml-library.js";

/** How many anchors and aliases a file may hold: far more than any that was written, and few enough to be looked into. */
const maxAnchors = 100_000;

const [star, ampersand, space, colon, comma, openList, openMap] = [0x2a, 0x26, 0x20, 0x3a, 0x2c, 0x5b, 0x7b];

/**
 * Before anything is made of a YAML text: whether it has too many anchors and aliases. What may be one is counted first,
 * as that costs nearly nothing; only a text with that many is taken apart, so that none is refused for its Markdown.
 */
export function checkAnchors(file: string, text: string): Problem[] {
  const offset = hasManySigns(text) && mayHoldMore(text) ? offsetOfFirstBeyond(text) : undefined;
  if (offset === undefined) return [];
  return [{ ...anchorsTooMany(maxAnchors), position: positionIn(file, text, linesOf(text), offset) }];
}

/** Most texts have none, which is seen at once. */
function hasManySigns(text: string): boolean {
  let signs = 0;
  for (const sign of "*&")
    for (let at = text.indexOf(sign); at !== -1 && signs <= maxAnchors; at = text.indexOf(sign, at + 1)) signs += 1;
  return signs > maxAnchors;
}

/** Each anchor and alias stands behind a blank or a sign, and before its name. */
function mayHoldMore(text: string): boolean {
  let signs = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charCodeAt(offset);
    if (character !== star && character !== ampersand) continue;
    if (!beginsValue(text.charCodeAt(offset - 1)) || !(text.charCodeAt(offset + 1) > space)) continue;
    signs += 1;
    if (signs > maxAnchors) return true;
  }
  return false;
}

function beginsValue(previous: number): boolean {
  return (
    !(previous > space) || previous === colon || previous === comma || previous === openList || previous === openMap
  );
}

/** By the words of the YAML parser, which knows texts and comments from aliases, and keeps nothing. */
function offsetOfFirstBeyond(text: string): number | undefined {
  const { Lexer, CST } = yaml();
  let anchors = 0;
  let offset = 0;
  let isText = false;
  for (const word of new Lexer().lex(text)) {
    if (!isText && /^[*&]/.test(word)) anchors += 1;
    if (anchors > maxAnchors) return offset;
    isText = word === CST.SCALAR;
    if (!isText && word !== CST.DOCUMENT && word !== CST.FLOW_END) offset += word.length;
  }
  return undefined;
}
