import { type Rule, rules } from "../../diff/rules.js";
import { problemMeanings } from "../../problem/meanings.js";
import { suggest } from "../../problem/suggest.js";
import type { TerminalPage } from "../../view/terminal/code-page.js";
import { type Screen, terminalText } from "../../view/terminal/text.js";

/** A word that this program itself prints in brackets: a kind of change, or a problem. */
export type OwnWord = ({ readonly rule: string } & Rule) | { readonly problem: string; readonly meaning: string };

/** What a word means that no API has as a code; undefined where it is none of ours either. */
export function ownWord(word: string): OwnWord | undefined {
  const known: Readonly<Record<string, Rule>> = rules;
  const meanings: Readonly<Record<string, string>> = problemMeanings;
  const rule = Object.hasOwn(known, word) ? known[word] : undefined;
  if (rule) return { rule: word, ...rule };
  const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
  return meaning === undefined ? undefined : { problem: word, meaning };
}

/** The word of ours that was probably meant. */
export function nearestOwnWord(word: string): string | undefined {
  // A word is short: comparing it with a whole page of text would only take time.
  return word.length > 100 ? undefined : suggest(word, [...Object.keys(rules), ...Object.keys(problemMeanings)]);
}

/** What people read of it. */
export function pageOfOwnWord(own: OwnWord, screen: Screen): TerminalPage {
  const text = terminalText(screen);
  const page = { title: text.heading("rule" in own ? own.rule : own.problem), text: text.prose(own.meaning) };
  if (!("rule" in own))
    return { ...page, subtitle: text.code("", "a problem that openapi-errors finds"), facts: [], sections: [] };
  const facts = [text.fact("Level", own.level), text.fact("Is about", own.facet)];
  const hurts = own.hurts.length === 0 ? [] : [text.fact("Hurts", own.hurts.join(", "))];
  return {
    ...page,
    subtitle: text.code("", "a change that `openapi-errors diff` finds"),
    facts: [...facts, ...hurts],
    sections: [],
  };
}
