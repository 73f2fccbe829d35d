import type { Contract } from "../../model/contract.js";
import { escapeControls } from "../../problem/escape.js";
import { suggest } from "../../problem/suggest.js";
import { statusesInWords } from "../../view/words.js";
import type { Reading } from "./identify.js";
import type { Entry } from "./lookup.js";

/** What `explain` says where it has no page to show. Each ends with something to type. */

export function inputMissing(): string {
  return said("name a code or a status, or give an answer on standard input", [
    "openapi-errors explain 404",
    "curl -i https://... | openapi-errors explain",
  ]);
}

export function apiUnknown(id: string, known: readonly Contract[]): string {
  const ids = known.map((contract) => contract.id);
  const meant = suggest(id, ids) ?? ids.join(" | ");
  return said(`there is no API \`${id}\`: there is ${ids.join(", ")}`, [`--api ${meant}`]);
}

export function codeOfSeveral(code: string, entries: readonly Entry[]): string {
  return said(`\`${code}\` is a code of ${entries.length} APIs: say which one with --api`, entries.map(choice));
}

export function codeUnlisted(code: string, meant: readonly Entry[], contracts: readonly Contract[]): string {
  const [first, ...others] = meant;
  const finding = `there is no code \`${code}\` in ${namesOf(contracts)}`;
  if (!first) return said(`${finding}, and none like it; a status lists its codes`, ["openapi-errors explain 404"]);
  return said(`${finding}; ${others.length === 0 ? "this" : "one of these"} may be meant`, meant.map(choice));
}

export function statusUnused(status: number, contracts: readonly Contract[]): string {
  const statuses = new Set(contracts.flatMap(({ errors }) => errors.flatMap((error) => error.statuses)));
  return said(`no error of ${namesOf(contracts)} has the status ${status}; these are in use`, [
    [...statuses].sort().join(", "),
  ]);
}

export function statusWanted(): string {
  return said("this body alone does not say which error it is: say its status, or paste the answer with its head", [
    "openapi-errors explain --status 404 < body.json",
    "curl -i https://... | openapi-errors explain",
  ]);
}

export function answerOfSeveral(readings: readonly Reading[]): string {
  const choices = readings.flatMap(({ contract, answer }) =>
    contract.errors.filter(({ code }) => code === answer.closest).map((error) => choice({ contract, error })),
  );
  return said(`this may be an answer of ${readings.length} APIs: say which one with --api`, choices);
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

function choice({ contract, error }: Entry): string {
  const { code, title } = error;
  return `openapi-errors explain ${code} --api ${contract.id}    ${statusesInWords(error)} ${title}`;
}

function said(message: string, lines: readonly string[]): string {
  const shown = lines.map((line) => `  ${escapeControls(line)}\n`).join("");
  return `openapi-errors: ${escapeControls(message)}\n${shown}`;
}
