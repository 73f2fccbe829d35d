import { child, type Node } from "../../read/source.js";
import type { FoundCode } from "../definitions/codes.js";
import { spellingOf } from "../definitions/spelling.js";
import { namesOfOthers } from "../texts/code-rows.js";
import { reasonPhrases } from "../texts/reason-phrases.js";

/** Names in snake case, marked as code, in bold or as a quotation: `card_declined`, **CARD_DECLINED**. */
const named =
  /(`|\*\*|<code>|["\u201c])["']?([a-z][a-z0-9]*(?:_[a-z0-9]+)+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)["']?(?:`|\*\*|<\/code>|["\u201d])/g;

/** Words around a mention that say what it is; the nearest one counts. */
const ofCodes = /\b(?:codes?|errors?|reasons?|returned|returns|rejected|fails?|failed|declined|exceptions?|types?)\b/gi;
const ofOthers =
  /\b(?:fields?|propert(?:y|ies)|param(?:eter)?s?|arguments?|attributes?|headers?|scopes?|permissions?|roles?|quer(?:y|ies)|flags?|options?|settings?|operations?|endpoints?|methods?|body|set|missing|provide[ds]?|specif(?:y|ied)|required|members?|columns?|filters?|claims?|privileges?|grants?|statuses|states?|events?)\b/gi;

/** How many characters around a mention are looked at. */
const nearby = 60;

/** A name of several words, as no person writes them. */
const joined = /^(?:(?:[A-Z][a-z0-9]+){2,}|[a-z0-9]+(?:_[a-z0-9]+)+|[A-Z0-9]+(?:_[A-Z0-9]+)+)$/;
const phrases = new Set(Object.values(reasonPhrases).map((phrase) => spellingOf(phrase ?? "")));

/** Codes that the description of a response only mentions. `isOther` tells of names that stand for something else. */
export function proseCodes(response: Node, isOther: (name: string) => boolean): FoundCode[] {
  const holder = child(response, "description");
  const text = typeof holder.value === "string" ? holder.value : "";
  const others = new Set(namesOfOthers(text));
  const mentioned = [...text.matchAll(named)]
    .filter(({ 0: whole, 1: mark = "", index }) => saysCode(text, index, index + whole.length, /["\u201c]/.test(mark)))
    .map(([, , code = ""]) => code);
  return [...mentioned, ...namesAlone(text)]
    .filter((code) => !others.has(code) && !isOther(code))
    .map((code) => ({ code, wireType: "string", evidence: "prose", holder }));
}

/** `ProjectNotFound | FileTooLarge`: names and nothing else, of which some say more than a status does. */
function namesAlone(text: string): string[] {
  const names = text.split(/[\s|,;]+/).filter((word) => word !== "" && word !== "or");
  if (!names.every((name) => joined.test(name))) return [];
  return names.filter((name) => !phrases.has(spellingOf(name).replace(/(?:exception|error)$/, "")));
}

/** What is marked as code in the description of an error may be one, unless the words around it speak of something else. */
function saysCode(text: string, start: number, end: number, isQuotation: boolean): boolean {
  const before = sentenceEnd(text.slice(Math.max(0, start - nearby), start));
  const behind = sentenceStart(text.slice(end, end + nearby));
  const code = distance(ofCodes, before, behind);
  const other = distance(ofOthers, before, behind);
  if (code === Number.POSITIVE_INFINITY) return other === Number.POSITIVE_INFINITY && !isQuotation;
  return code <= other;
}

function sentenceEnd(text: string): string {
  return text.split(/[.;!?]\s|(?<!:)\n\n/).at(-1) ?? "";
}

function sentenceStart(text: string): string {
  return text.split(/[.;!?](?:\s|$)|\n/)[0] ?? "";
}

/** How far the nearest of some words is. */
function distance(words: RegExp, before: string, behind: string): number {
  const ends = [...before.matchAll(words)].map(({ 0: word, index }) => before.length - index - word.length);
  const starts = [...behind.matchAll(words)].map(({ index }) => index);
  return Math.min(...ends, ...starts);
}
