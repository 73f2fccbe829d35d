import { withoutHidden } from "../hidden.js";

/** A name behind it would be a tag or a pragma: of TSDoc, of compilers, of test runners, of bundlers. */
const tag = /(?<![\w.+-])@|[@#](?=__)/g;
/** Tools look for these words in comments, some of them anywhere in one. */
const directive =
  /\b(?:es|ts|js|ox)lint(?=[- ])|\b(?:biome|prettier|deno|dprint|istanbul|[cv]8|node:coverage|webpack|vite)(?=[- :])|\bsource(?=MappingURL)/gi;

/**
 * Text in a comment that neither ends it nor acts in it, in one line. A mark or a letter is written as HTML has it, which
 * editors show as what it is, and no tool takes for what it looks for.
 */
export function lineInComment(text: string): string {
  return inComment(text.replace(/\s+/g, " ")).trim();
}

/** The same with its spaces as they are. */
export function inComment(line: string): string {
  return withoutHidden(line)
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replace(tag, entity)
    .replace(directive, (word) => `${entity(word.charAt(0))}${word.slice(1)}`);
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
