import { printProblems } from "../problem/print.js";
import { hasErrors } from "../problem/problem.js";
import { shellWord } from "../problem/shell.js";
import { readContracts } from "../read-contracts.js";
import { type TargetFlags, targetsOf } from "../targets.js";
import { lookUp } from "./explain/lookup.js";
import { apiUnknown, inputMissing } from "./explain/messages.js";
import {
  type Outcome,
  outcomeOfAnswer,
  outcomeOfLookup,
  outcomeOfOwnWord,
  refused,
  textOf,
} from "./explain/outcome.js";
import { ownWord } from "./explain/own-words.js";
import { readInput, readPasted } from "./explain/pasted.js";
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
  code: string | undefined,
  flags: ExplainFlags,
  terminal: Terminal,
  input: Input,
): Promise<number> {
  const outcome = await explain(code, flags, terminal, input);
  if ("message" in outcome) terminal.tell(outcome.message);
  else if (flags.format === "json") terminal.answer(`${JSON.stringify(outcome.json, null, 2)}\n`);
  else terminal.answer(textOf(outcome));
  return outcome.exit;
}

async function explain(
  code: string | undefined,
  flags: ExplainFlags,
  terminal: Terminal,
  input: Input,
): Promise<Outcome> {
  const pastes = code === undefined || code === "-";
  if (pastes && input.isTTY) return refused(inputMissing(), 2);
  const text = pastes ? await readInput(input) : code;
  if (text.trim() === "" && flags.status === undefined) return refused(inputMissing(), 2);

  const config = targetsOf(flags.document ?? [], flags);
  const { problems, reads } =
    "targets" in config ? await readContracts(config.targets, flags.root) : { ...config, reads: [] };
  const all = reads.flatMap((read) => (read ? [read.contract] : []));
  const screen = { width: terminal.width, colour: terminal.colour.answer };
  const own = ownWord(text);
  // A code of an API goes before a word of ours.
  if (own && !all.some(({ errors }) => errors.some(({ code }) => code === text))) return outcomeOfOwnWord(own, screen);
  // A mistake in one document does not keep the others from being explained.
  if (hasErrors(problems)) terminal.tell(printProblems(problems, "text", terminal.colour.tell));
  if (all.length === 0) return refused("", exitOf(problems));
  const contracts = all.filter(({ id }) => flags.api === undefined || id === flags.api);
  if (contracts.length === 0) return refused(apiUnknown(flags.api ?? "", all), 2);

  const asked = { screen, options: optionsOf(flags) };
  // One word on standard input may be a code as well.
  const word = pastes ? /^\s*(\S{1,200})\s*$/.exec(text)?.[1] : text;
  const found = word === undefined ? undefined : lookUp(word, contracts);
  if (word !== undefined && found && (!pastes || found.kind !== "unlisted"))
    return outcomeOfLookup(word, found, contracts, asked);
  const pasted = readPasted(text);
  return outcomeOfAnswer({ ...pasted, status: flags.status ?? pasted.status }, contracts, asked);
}

/** The options that say which contracts there are: what is suggested needs them again. */
function optionsOf({ document = [], overlay = [] }: ExplainFlags): string {
  const named = [...document.map((path) => ["--document", path]), ...overlay.map((path) => ["--overlay", path])];
  return named.map(([option = "", path = ""]) => ` ${option} ${shellWord(path)}`).join("");
}
