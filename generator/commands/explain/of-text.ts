import { identify } from "../../answers/identify.js";
import { answersIn, codesNamed } from "../../answers/in-text.js";
import { type Pasted, readPasted } from "../../answers/pasted.js";
import { lineLogged } from "../../answers/request-in.js";
import type { Contract } from "../../model/contract.js";
import type { RequestGiven } from "../../runtime/error.js";
import { entriesOf, type Lookup, lookUp } from "./lookup.js";
import { recordingWithoutErrors } from "./messages.js";
import { type Asked, type Outcome, outcomeOfAnswer, outcomeOfLookup, refused } from "./outcome.js";
import { placeNamed } from "./place-named.js";

/** A text, and what is known of it beside it. */
export interface TextGiven {
  readonly text: string;
  /** Whether it was pasted, as an answer is, and not typed, as a code is. */
  readonly isPasted: boolean;
  readonly status?: number | undefined;
  /** What was asked, where the text itself does not say it. */
  readonly request?: RequestGiven | undefined;
}

export interface TextExplained {
  readonly outcome: Outcome;
  /** The codes of other answers in the same text. */
  readonly also?: readonly string[];
}

/** What a text is: a code, a status, an operation, an answer, or something that holds one of these. */
export function explainText(given: TextGiven, contracts: readonly Contract[], asked: Asked): TextExplained {
  const { text, isPasted, status } = given;
  // One word that was pasted may be a code as well.
  const word = isPasted ? /^\s*(\S{1,200})\s*$/.exec(text)?.[1] : text;
  const found = word === undefined ? undefined : lookUp(word, contracts);
  if (word !== undefined && found && found.kind !== "unlisted")
    return { outcome: outcomeOfLookup(word, found, contracts, asked) };
  const pasted = readPasted(text);
  const answer = beside({ ...pasted, status: status ?? pasted.status }, given);
  const within = pasted.status === undefined || !isPasted ? foundWithin(given, contracts) : undefined;
  if (within && "answer" in within)
    return { outcome: outcomeOfAnswer(within.answer, contracts, asked), also: within.also };
  if (within && "message" in within) return { outcome: refused(within.message) };
  if (within) return { outcome: outcomeOfLookup(within.word, within.found, contracts, asked) };
  if (!isPasted && found) return { outcome: outcomeOfLookup(text, found, contracts, asked) };
  return { outcome: outcomeOfAnswer(answer, contracts, asked) };
}

function beside(pasted: Pasted, { request }: TextGiven): Pasted {
  return { ...pasted, request: pasted.request ?? request };
}

type WithinText =
  | { readonly answer: Pasted; readonly also: readonly string[] }
  | { readonly word: string; readonly found: Lookup }
  | { readonly message: string };

/** What a text is about that is neither a word nor an answer as a whole: an answer in it, a code, or an operation. */
function foundWithin(given: TextGiven, contracts: readonly Contract[]): WithinText | undefined {
  const { text, status } = given;
  const listedIn = (pasted: Pasted) =>
    identify(pasted, contracts).flatMap(({ contract, answer }) =>
      contract.errors.some(({ wire, code }) => wire && code === answer.code) ? [answer.code] : [],
    );
  const { answers: all, isRecording } = answersIn(text);
  const answers = all.map((pasted) => beside({ ...pasted, status: status ?? pasted.status }, given));
  const listed = answers.map((pasted) => ({ pasted, codes: listedIn(pasted) })).filter(({ codes }) => codes.length > 0);
  const [first] = listed;
  const answer =
    first?.pasted ?? answers.find(({ status = 0, headers }) => status >= 400 && (isRecording || headers.length > 0));
  const others = new Set(listed.flatMap(({ codes }) => codes).filter((code) => !first?.codes.includes(code)));
  if (answer) return { answer, also: [...others] };
  if (isRecording) return { message: recordingWithoutErrors() };
  const codes = codesNamed(text, contracts);
  const [telling, ...more] = codes.filter(({ isPlain }) => !isPlain);
  if (telling && more.length === 0) return { word: telling.code, found: lookUp(telling.code, contracts) };
  const line = codes.length > 0 ? undefined : lineLogged(text);
  if (line) return { answer: beside(line, given), also: [] };
  const place = placeNamed(text, contracts);
  if (place !== undefined) return { word: place, found: lookUp(place, contracts) };
  if (codes.length === 0) return undefined;
  const meant = codes.flatMap(({ code }) => entriesOf(code, contracts));
  return { word: text.trim(), found: { kind: "unlisted", meant } };
}
