import { child, isObject, items, members, type Node } from "../../read/source.js";
import { looksLikeCode } from "../infer/code-value.js";
import { usual } from "./usual-members.js";

/** `x-customErrors`, `x-response-codes`: whose name ends so lists errors, if it lists anything. */
const ofErrors = /(?:errors?|exceptions|faults|problems|failures)(?:codes?|list|types?)?$|^responsecodes$/;

/** Ours, which say other things. */
const ours = new Set(["x-error", "x-error-contract", "x-error-codes"]);

/** The lists of codes in extensions that nobody named: known by what they are called, and by being such a list. */
export function unnamedLists(node: Node, isNamed: (name: string) => boolean): Node[] {
  return members(node)
    .filter(([name]) => name.startsWith("x-") && !isNamed(name) && !ours.has(name) && isOfErrors(name))
    .flatMap(([, said]) => listsIn(said));
}

function isOfErrors(name: string): boolean {
  return ofErrors.test(
    name
      .slice(2)
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase(),
  );
}

/** The list itself, or those that stand in it below headings: `{ "errors": { "32100": ... } }`. */
function listsIn(said: Node): Node[] {
  if (isList(said)) return [said];
  const below = members(said).map(([, member]) => member);
  return below.length > 0 && below.every(isList) ? below : [];
}

function isList(node: Node): boolean {
  const entries = items(node);
  if (entries.length > 0) return entries.every(({ value }) => (isObject(value) ? hasCode(value) : isCode(value)));
  const named = members(node);
  // A map by status tells of answers.
  if (named.length === 0 || named.every(([key]) => /^[1-5](?:\d\d|xx)$/i.test(key))) return false;
  return named.every(([key, member]) => looksLikeCode(key) && saysText(member));
}

/** Zero is no error. */
function isCode(value: unknown): boolean {
  return value !== 0 && looksLikeCode(value);
}

function hasCode(entry: object): boolean {
  return usual.code.some((name) => isCode((entry as Readonly<Record<string, unknown>>)[name]));
}

function saysText(member: Node): boolean {
  const texts = isObject(member.value) ? usual.text.map((name) => child(member, name).value) : [member.value];
  return texts.some((text) => typeof text === "string" && /\S\s+\S/.test(text.trim()));
}
