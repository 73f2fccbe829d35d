import type { Reading } from "../../answers/identify.js";
import type { Contract } from "../../model/contract.js";
import { shellWord } from "../../problem/shell.js";
import { suggest } from "../../problem/suggest.js";
import { escapeControls } from "../../runtime/text.js";
import { statusesInWords } from "../../view/words.js";
import type { Entry } from "./lookup.js";
import { nearestOwnWord } from "./own-words.js";

/** What `explain` says where it has no page to show. Each ends with something to type. */

export function inputMissing(options: string): string {
  return said("name a code or a status, or give an answer on standard input", [
    `openapi-errors explain 404${options}`,
    `curl -i https://... | openapi-errors explain${options}`,
  ]);
}

/** A status is said of a code, where it is that of an answer. */
export function statusOfCode(code: string, status: number, options: string): string {
  return said("--status is the status of a body on standard input: a code has its own", [
    `openapi-errors explain ${shellWord(code)}${options}`,
    `openapi-errors explain ${status}${options}`,
  ]);
}

/** What stands for a code is a file, which is there. */
export function fileNamed(file: string, options: string): string {
  const word = shellWord(file);
  return said(`\`${file}\` is a file: give it as a document, or on standard input as an answer`, [
    `openapi-errors explain 404 --document ${word}`,
    `openapi-errors explain${options} < ${word}`,
  ]);
}

/** More than one word, some of which may be documents. */
export function wordsTooMany(words: readonly string[], documents: readonly string[], options: string): string {
  const named = documents.map((path) => ` --document ${shellWord(path)}`).join("");
  const asked = words.length > 0 ? words : ["404"];
  return said("explain takes one code at a time, and documents with --document", [
    ...asked.map((word) => `openapi-errors explain ${shellWord(word)}${options}${named}`),
  ]);
}

export function apiUnknown(id: string, known: readonly Contract[]): string {
  const ids = known.map((contract) => contract.id);
  const meant = suggest(id, ids) ?? ids.join(" | ");
  return said(`there is no API \`${id}\`: there is ${ids.join(", ")}`, [`--api ${meant}`]);
}

export function codeOfSeveral(code: string, entries: readonly Entry[], options: string): string {
  return said(`\`${code}\` is a code of ${entries.length} APIs: say which one with --api`, choices(entries, options));
}

export function codeUnlisted(
  code: string,
  meant: readonly Entry[],
  contracts: readonly Contract[],
  options: string,
): string {
  const [first, ...others] = meant;
  const finding = `there is no code \`${code}\` in ${namesOf(contracts)}`;
  const own = first ? undefined : nearestOwnWord(code);
  if (own !== undefined)
    return said(`${finding}, and none like it; a word of ours is`, [`openapi-errors explain ${own}`]);
  if (!first)
    return said(`${finding}, and none like it; a status lists its codes`, [
      `openapi-errors explain ${statusInUse(contracts)}${options}`,
    ]);
  return said(`${finding}; ${others.length === 0 ? "this" : "one of these"} may be meant`, choices(meant, options));
}

export function statusUnused(status: string, contracts: readonly Contract[]): string {
  const statuses = statusesOf(contracts);
  return said(`no error of ${namesOf(contracts)} has the status ${status}; these are in use`, [statuses.join(", ")]);
}

/** `code`: what stands in the place of its code, where something does. */
export function statusWanted(code: string | undefined, options: string): string {
  const finding =
    code === undefined
      ? "this body alone does not say which error it is"
      : `\`${code}\`, which this body says, is no code here`;
  return said(`${finding}: say its status, or paste the answer with its head`, [
    `openapi-errors explain --status 404${options} < body.json`,
    `curl -i https://... | openapi-errors explain${options}`,
  ]);
}

/** As curl gives it where a browser's headers are sent with it. */
export function bodyCompressed(options: string): string {
  return said("the body is compressed: let curl unpack it", [
    `curl --compressed -i https://... | openapi-errors explain${options}`,
  ]);
}

/** A recording in which nothing failed. */
export function recordingWithoutErrors(): string {
  return said("no answer of this recording has the status of an error, or the code of one", [
    "record again, with the request that fails",
  ]);
}

/** Where a text holds several answers, one is explained. */
export function answersBeside(codes: readonly string[]): string {
  const others = codes.slice(0, maxChoices).map((code) => `\`${code}\``);
  const more = codes.length > maxChoices ? ` and ${codes.length - maxChoices} more` : "";
  return `openapi-errors: the first answer of several is explained; others have ${escapeControls(others.join(", "))}${more}\n`;
}

export function answerOfSeveral(readings: readonly Reading[], options: string): string {
  const entries = readings.flatMap(({ contract, answer }) =>
    contract.errors.filter(({ code }) => code === answer.closest).map((error) => ({ contract, error })),
  );
  return said(`this may be an answer of ${readings.length} APIs: say which one with --api`, choices(entries, options));
}

export function answerOfNone(contracts: readonly Contract[]): string {
  return said(
    `this is no error that ${namesOf(contracts)} describes: another server, a proxy say, may have sent it`,
    contracts.length > 1 ? contracts.map(({ id }) => `--api ${id}`) : ["openapi-errors explain 502"],
  );
}

function namesOf(contracts: readonly Contract[]): string {
  return contracts.length === 1 ? contracts[0]!.title : `any of the ${contracts.length} APIs`;
}

function statusesOf(contracts: readonly Contract[]): string[] {
  return [...new Set(contracts.flatMap(({ errors }) => errors.flatMap((error) => error.statuses)))].sort();
}

function statusInUse(contracts: readonly Contract[]): string {
  return statusesOf(contracts).find((key) => /^\d+$/.test(key)) ?? "404";
}

/** How many commands are read before one is chosen. */
const maxChoices = 10;

function choices(entries: readonly Entry[], options: string): string[] {
  const shown = entries.slice(0, maxChoices).map((entry) => choice(entry, options));
  const rest = entries.length - shown.length;
  return rest > 0 ? [...shown, `and ${rest} more`] : shown;
}

function choice({ contract, error }: Entry, options: string): string {
  const { code, title } = error;
  const api = `--api ${contract.id}${options}`;
  // What begins with a dash would be taken for an option.
  const words = code.startsWith("-") ? `${api} -- ${shellWord(code)}` : `${shellWord(code)} ${api}`;
  return `openapi-errors explain ${words}    ${statusesInWords(error)} ${title}`;
}

function said(message: string, lines: readonly string[]): string {
  const shown = lines.map((line) => `  ${escapeControls(line)}\n`).join("");
  return `openapi-errors: ${escapeControls(message)}\n${shown}`;
}
