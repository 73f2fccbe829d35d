import { textAt } from "../../read/source.js";
import { reasonPhrases } from "../texts/reason-phrases.js";
import type { Definition } from "./definition.js";
import { humanise } from "./humanise.js";

/** Words that say no more of an answer than that it is one of an error. */
const empty = new Set(
  "a an the it this that not no is was or and of for to error errors response responses failed failure failures fail default unexpected general generic common standard http api status code codes message object body problem problems details client server request invalid information returned occurred exception".split(
    " ",
  ),
);
const phrases = new Set(Object.values(reasonPhrases).flatMap((phrase) => wordsOf(phrase ?? "")));

const minWords = 3;
const maxLength = 300;

/** What the only answer of a code says, by code: of one that has no other code, and in words that no other answer has. */
export function ofOnlyAnswers(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  const texts = new Map(definitions.flatMap((one) => (textOf(one) === undefined ? [] : [[one.code, textOf(one)!]])));
  const count = new Map<string, number>();
  for (const text of texts.values()) count.set(text, (count.get(text) ?? 0) + 1);
  return new Map([...texts].filter(([code, text]) => count.get(text) === 1 && tells(text, code)));
}

/** Whether its operations share a component or repeat it makes no difference. */
function textOf({ wire, responses }: Definition): string | undefined {
  const texts = new Set(responses.map(({ response }) => textAt(response.node, "description")?.trim()));
  return wire && texts.size === 1 && responses.every(({ codes }) => codes.length === 1) ? [...texts][0] : undefined;
}

/** A bare reason phrase, or the code in words, tells nothing. */
function tells(text: string, code: string): boolean {
  const own = new Set(wordsOf(humanise(code)));
  const words = wordsOf(text);
  const telling = words.filter(
    (word) => !(empty.has(word) || phrases.has(word) || own.has(word) || /^\d+$/.test(word)),
  );
  return telling.length > 0 && words.length >= minWords && text.length <= maxLength;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d']+/gu) ?? [];
}
