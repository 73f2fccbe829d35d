import { resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { type Fields, fieldNames } from "../answers/fields.js";
import { docsUrlOf } from "../read/docs-url.js";
import { folderUnread } from "../read/file.js";
import { freeId, reservedIds } from "../read/reserved-ids.js";
import type { Part } from "./audit/records.js";

/** What the texts of a command line mean. Each of these throws where one means nothing. */

export function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535; 0 is any that is free.");
  return Number(text);
}

export function parseStatus(text: string): number {
  if (!/^[1-5]\d\d$/.test(text)) throw new InvalidArgumentError("A status has three digits: 404, say.");
  return Number(text);
}

/** Refuses what was given as an empty text: a variable that is not set, mostly. */
export function refuseEmpty(command: Command): void {
  const isEmpty = (value: unknown) => [value].flat().includes("");
  const option = command.options.find((each) => isEmpty(command.getOptionValue(each.attributeName())));
  if (option) command.error(`error: option '${option.flags}' argument is empty`);
  const at = command.processedArgs.findIndex(isEmpty);
  if (at >= 0) command.error(`error: argument '${command.registeredArguments[at]?.name()}' is empty`);
}

/** What an option that may be given again was given so far. */
export function oneMore(text: string, others: readonly string[] = []): string[] {
  return [...others, text];
}

/** Names with commas between them, each of them known. */
export function oneOfEach(known: readonly string[]): (text: string) => string[] {
  return (text) => {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length === 0) return names;
    throw new InvalidArgumentError(`There is no \`${unknown.join("`, `")}\`: use some of ${known.join(", ")}.`);
  };
}

/** `status=resp.code,body=resp.text`: where a line of a log holds what. */
export function parseFields(text: string): Fields {
  const named = text.split(",").map((each) => each.split("=").map((part) => part.trim()));
  const isKnown = ([name = "", path = "", ...others]: string[]) =>
    (fieldNames as readonly string[]).includes(name) && path !== "" && others.length === 0;
  if (named.every(isKnown)) return Object.fromEntries(named);
  throw new InvalidArgumentError(`Write it like \`status=resp.code,body=resp.text\`, of ${fieldNames.join(", ")}.`);
}

/** `2/8`: the second of eight parts. */
export function parsePart(text: string): Part {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of)
    throw new InvalidArgumentError("A part is one of several: `2/8` is the second of eight.");
  return { part, of };
}

export function parseFolder(text: string): string {
  const unread = folderUnread(resolve(text));
  if (unread) throw new InvalidArgumentError(`${sentence(unread.reason)}: ${unread.fix}.`);
  return text;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function parseDocsUrl(text: string): string {
  const url = docsUrlOf(text);
  if (url === undefined) throw new InvalidArgumentError("Write the whole of it: `https://docs.example.com/`.");
  return url;
}

/** Where requests go on to: below the path of it, if it has one. */
export function parseForward(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    throw new InvalidArgumentError("Write the whole of it, without a query: `https://api.example.com/v1`.");
  return url;
}

/** One more origin of pages, as browsers send it. */
export function parseOrigin(text: string, others: readonly string[] = []): string[] {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (text !== "*" && (url === undefined || url.origin === "null" || url.pathname !== "/"))
    throw new InvalidArgumentError("Write it without a path: `https://app.example.com`; `*` is any.");
  return [...others, url?.origin ?? text];
}

export function parseId(text: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(text))
    throw new InvalidArgumentError("An id has lower-case letters, digits and `_`, a letter first: `tenant_core`, say.");
  if (reservedIds.has(text))
    throw new InvalidArgumentError(`The word is reserved: use another, like \`${freeId(text)}\`.`);
  return text;
}

/** How keys of a catalogue are made of codes: `errors.{code}`, or with the id of the API `{api}.{code}`. */
export function parseKey(text: string): string {
  if (text.split("{code}").length === 2) return text;
  throw new InvalidArgumentError("Write it with one `{code}` in it, like `errors.{code}`.");
}
