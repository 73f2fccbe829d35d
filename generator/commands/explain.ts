import { identify } from "../answers/identify.js";
import { answersIn, codesNamed } from "../answers/in-text.js";
import { type Pasted, readInput, readPasted } from "../answers/pasted.js";
import { lineLogged } from "../answers/request-in.js";
import type { Contract } from "../model/contract.js";
import { printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { shellWord } from "../problem/shell.js";
import { isFile } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import type { Screen } from "../view/terminal/text.js";
import { entriesOf, type Lookup, lookUp } from "./explain/lookup.js";
import {
  answersBeside,
  apiUnknown,
  fileNamed,
  inputMissing,
  recordingWithoutErrors,
  statusOfCode,
  wordsTooMany,
} from "./explain/messages.js";
import { contractsOfApi } from "./explain/named-api.js";
import {
  jsonText,
  type Outcome,
  outcomeOfAnswer,
  outcomeOfLookup,
  outcomeOfOwnWord,
  refused,
  textOf,
} from "./explain/outcome.js";
import { ownWord } from "./explain/own-words.js";
import { placeNamed } from "./explain/place-named.js";
import { exitOf, type Terminal } from "./terminal.js";

export interface ExplainFlags extends TargetFlags {
  /** Documents; default: the `apis` of redocly.yaml. */
  readonly document?: readonly string[];
  readonly root?: string;
  /** The id of the API that is meant. */
  readonly api?: string;
  /** The status of a pasted body. */
  readonly status?: number;
  readonly format: "text" | "json";
}

/** Standard input, as far as somebody pasted or piped something into it. */
export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
}

/** `openapi-errors explain`: the page of a code, the errors of a status, or what a pasted answer is. */
export async function explainCommand(
  words: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
  input: Input,
): Promise<number> {
  const screen = { width: terminal.width, colour: terminal.colour.answer };
  const { outcome, problems, also = [] } = await explain(words, flags, screen, input);
  // A mistake in one document does not keep the others from being explained.
  if (hasErrors(problems)) terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  if (also.length > 0) terminal.tell(answersBeside(also));
  if ("message" in outcome) terminal.tell(outcome.message);
  if (flags.format === "json") terminal.answer(jsonText(outcome, problems));
  else if (!("message" in outcome)) terminal.answer(textOf(outcome));
  return outcome.exit;
}

/** What was found, and what is wrong with the documents where that matters. */
interface Found {
  readonly outcome: Outcome;
  readonly problems: readonly Problem[];
  /** The codes of other answers in the same text. */
  readonly also?: readonly string[];
}

async function explain(words: readonly string[], flags: ExplainFlags, screen: Screen, input: Input): Promise<Found> {
  const options = optionsOf(flags);
  const wrong = (message: string): Found => ({ outcome: refused(message, 2), problems: [] });
  const [code, ...more] = words;
  if (more.length > 0) {
    const isWord = (word: string) => !isFile(word);
    return wrong(wordsTooMany(words.filter(isWord), words.filter(isFile), options));
  }
  const pastes = code === undefined || code === "-";
  if (pastes && input.isTTY) return wrong(inputMissing(options));
  if (!pastes && flags.status !== undefined) return wrong(statusOfCode(code, flags.status, options));
  const text = pastes ? await readInput(input) : code;
  if (text.trim() === "" && flags.status === undefined) return wrong(inputMissing(options));

  const config = targetsOf(flags.document ?? [], { ...flags, namedBy: "--document " });
  const targets = "targets" in config ? config.targets : [];
  const { problems, reads } =
    "targets" in config ? await readContracts(targets, flags.root) : { problems: config.problems, reads: [] };
  const all = reads.flatMap((read) => (read ? [read.contract] : []));
  const own = ownWord(text);
  // A code of an API goes before a word of ours.
  if (own && !all.some(({ errors }) => errors.some(({ code }) => code === text)))
    return { outcome: outcomeOfOwnWord(own, screen), problems: [] };
  if (all.length === 0 && !pastes && flags.document === undefined && isFile(text))
    return wrong(fileNamed(text, options));
  if (all.length === 0) return { outcome: refused("", exitOf(problems)), problems };
  const contracts = contractsOfApi(flags.api, all, reads, targets);
  if (contracts.length === 0) return { outcome: refused(apiUnknown(flags.api ?? "", all), 2), problems };

  const asked = { screen, options };
  // One word on standard input may be a code as well.
  const word = pastes ? /^\s*(\S{1,200})\s*$/.exec(text)?.[1] : text;
  const found = word === undefined ? undefined : lookUp(word, contracts);
  if (!pastes && found?.kind === "unlisted" && isFile(text)) return wrong(fileNamed(text, options));
  if (word !== undefined && found && found.kind !== "unlisted")
    return { outcome: outcomeOfLookup(word, found, contracts, asked), problems };
  const pasted = readPasted(text);
  const answer = { ...pasted, status: flags.status ?? pasted.status };
  const within = pasted.status === undefined || !pastes ? foundWithin(text, flags.status, contracts) : undefined;
  if (within && "answer" in within)
    return { outcome: outcomeOfAnswer(within.answer, contracts, asked), problems, also: within.also };
  if (within && "message" in within) return { outcome: refused(within.message), problems };
  if (within) return { outcome: outcomeOfLookup(within.word, within.found, contracts, asked), problems };
  if (!pastes && found) return { outcome: outcomeOfLookup(text, found, contracts, asked), problems };
  return { outcome: outcomeOfAnswer(answer, contracts, asked), problems };
}

type WithinText =
  | { readonly answer: Pasted; readonly also: readonly string[] }
  | { readonly word: string; readonly found: Lookup }
  | { readonly message: string };

/** What a text is about that is neither a word nor an answer as a whole: an answer in it, a code, or an operation. */
function foundWithin(text: string, status: number | undefined, contracts: readonly Contract[]): WithinText | undefined {
  const listedIn = (pasted: Pasted) =>
    identify(pasted, contracts).flatMap(({ contract, answer }) =>
      contract.errors.some(({ wire, code }) => wire && code === answer.code) ? [answer.code] : [],
    );
  const { answers: all, isRecording } = answersIn(text);
  const answers = all.map((pasted) => ({ ...pasted, status: status ?? pasted.status }));
  const listed = answers.map((pasted) => ({ pasted, codes: listedIn(pasted) })).filter(({ codes }) => codes.length > 0);
  const [first] = listed;
  const answer =
    first?.pasted ?? answers.find(({ status = 0, headers }) => status >= 400 && (isRecording || headers.length > 0));
  const beside = new Set(listed.flatMap(({ codes }) => codes).filter((code) => !first?.codes.includes(code)));
  if (answer) return { answer, also: [...beside] };
  if (isRecording) return { message: recordingWithoutErrors() };
  const codes = codesNamed(text, contracts);
  const [telling, ...others] = codes.filter(({ isPlain }) => !isPlain);
  if (telling && others.length === 0) return { word: telling.code, found: lookUp(telling.code, contracts) };
  const line = codes.length > 0 ? undefined : lineLogged(text);
  if (line) return { answer: line, also: [] };
  const place = placeNamed(text, contracts);
  if (place !== undefined) return { word: place, found: lookUp(place, contracts) };
  if (codes.length === 0) return undefined;
  const meant = codes.flatMap(({ code }) => entriesOf(code, contracts));
  return { word: text.trim(), found: { kind: "unlisted", meant } };
}

/** The options that say which contracts there are: what is suggested needs them again. */
function optionsOf({ document = [], overlay = [] }: ExplainFlags): string {
  const named = [...document.map((path) => ["--document", path]), ...overlay.map((path) => ["--overlay", path])];
  return named.map(([option = "", path = ""]) => ` ${option} ${shellWord(path)}`).join("");
}
