import { readInput } from "../answers/pasted.js";
import { printProblems } from "../problem/print.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { shellWord } from "../problem/shell.js";
import { isFile } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import type { Screen } from "../view/terminal/text.js";
import { lookUp } from "./explain/lookup.js";
import { answersBeside, apiUnknown, fileNamed, inputMissing, statusOfCode, wordsTooMany } from "./explain/messages.js";
import { contractsOfApi } from "./explain/named-api.js";
import { explainText, type TextExplained } from "./explain/of-text.js";
import { jsonText, outcomeOfOwnWord, refused, textOf } from "./explain/outcome.js";
import { ownWord } from "./explain/own-words.js";
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
interface Found extends TextExplained {
  readonly problems: readonly Problem[];
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

  if (!pastes && isFile(text) && lookUp(text, contracts).kind === "unlisted") return wrong(fileNamed(text, options));
  const given = { text, isPasted: pastes, status: flags.status };
  return { ...explainText(given, contracts, { screen, options }), problems };
}

/** The options that say which contracts there are: what is suggested needs them again. */
function optionsOf({ document = [], overlay = [] }: ExplainFlags): string {
  const named = [...document.map((path) => ["--document", path]), ...overlay.map((path) => ["--overlay", path])];
  return named.map(([option = "", path = ""]) => ` ${option} ${shellWord(path)}`).join("");
}
