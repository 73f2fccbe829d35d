import { coversStatus } from "../../runtime/status.js";
import { reasonPhrase } from "./statuses.js";

/** Words before a number that make it the status: `Response code 400`. */
const ofStatus = /^(?:(?:an?|the|http|https|response|status|error|with|code|returns?|returned)[\s:/-]+){0,4}/i;
const number = /^[`*([]*([45]\d\d)[`*)\]]*(?![\w%])/;
const parted = /^\s*[:.,;|/\u2013\u2014-]+(?=\s|$)\s*/;
const item = /^\s*(?:[-*+\u2022]\s+)?/;
const opening = /^[`*"'([]{1,3}$/;
const closing = /^[`*"')\]]{0,3}/;

/**
 * What a text says beyond the code and the status that stand before it: of `404 - Not found: no such cart` and of
 * `[no_cart] No such cart` the rest; undefined where that is nothing but the reason phrase.
 */
export function beyondCode(text: string | undefined, code: string, statuses: readonly string[]): string | undefined {
  if (text === undefined) return undefined;
  const whole = text.trim();
  const rest = beyondStatus(withoutCode(whole, code), statuses);
  if (rest === "") return undefined;
  return rest === whole ? text : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** A code in brackets, in marks or before a colon is no word of the sentence. */
function withoutCode(text: string, code: string): string {
  const start = text.replace(item, "");
  const at = start.indexOf(code);
  if (at === -1 || at > 3) return text;
  const [before, behind] = [start.slice(0, at), start.slice(at + code.length)];
  const end = closing.exec(behind)![0];
  const isMarked = opening.test(before) && end !== "";
  const next = behind.slice(end.length);
  const split = parted.exec(next);
  if (before !== "" && !isMarked) return text;
  if (split) return next.slice(split[0].length);
  // Marked, it may still be the subject: `not_found` is returned when ...
  return isMarked && /^[([]/.test(before) && /^\s+\S/.test(next) ? next.trim() : text;
}

function beyondStatus(text: string, statuses: readonly string[]): string {
  const words = ofStatus.exec(text)![0];
  const found = number.exec(text.slice(words.length));
  const status = found?.[1];
  if (!found || status === undefined || !coversStatus(statuses, Number(status))) return text;
  const rest = text.slice(words.length + found[0].length);
  const split = parted.exec(rest);
  const said = rest.slice(split?.[0].length ?? 0).trim();
  const phrase = reasonPhrase(status);
  if (wordsOf(said) === "" || wordsOf(said) === wordsOf(phrase)) return "";
  // `400 characters at most` does not begin with a status.
  const isStatus = split !== null || words !== "" || wordsOf(said).startsWith(wordsOf(phrase));
  return isStatus ? withoutPhrase(said, phrase) : text;
}

/** The reason phrase where more comes behind it: `Not Found: no such cart`. */
function withoutPhrase(text: string, phrase: string): string {
  if (!text.toLowerCase().startsWith(phrase.toLowerCase())) return text;
  const rest = text.slice(phrase.length);
  const split = parted.exec(rest);
  return split ? rest.slice(split[0].length).trim() : text;
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).join(" ");
}
