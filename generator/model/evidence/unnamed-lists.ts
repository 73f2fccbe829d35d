import { child, isObject, items, members, type Node } from "../../read/source.js";
import { codeCell } from "../texts/code-cell.js";
import { usual } from "./usual-members.js";

/** `x-customErrors`, `x-response-codes`: whose name ends so lists errors, if it lists anything. */
const ofErrors =
  /(?:errors?|exceptions|faults|problems|failures)(?:codes?|list|types?)?$|(?:exception|fault|problem|reason|response|result)codes$/;

const status = /^[1-5](?:\d\d|xx)$/i;

/** A member that holds all of them. */
const ofAll = /^(?:errors?|codes|items|list)$/i;

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

/** The list itself, the one in it that is called so, or those that stand in it below headings. */
function listsIn(said: Node): Node[] {
  if (isList(said)) return [said];
  const below = members(said);
  const named = below.find(([name, member]) => ofAll.test(name) && isList(member));
  if (named) return [named[1]];
  return below.length > 0 && below.every(([, member]) => isList(member)) ? below.map(([, member]) => member) : [];
}

/** Objects with a code, codes alone, or a map from codes to texts or to objects with one; by status, it tells of answers. */
function isList(node: Node): boolean {
  const codes = Array.isArray(node.value) ? items(node).map(codeIn) : members(node).map(codeOfMember);
  const statuses = codes.filter((code) => status.test(code ?? ""));
  return codes.length > 0 && codes.every((code) => code !== undefined) && statuses.length < codes.length;
}

function codeIn(item: Node): string | undefined {
  const { value } = item;
  if (!isObject(value)) return codeOf(value);
  const names = usual.code.map((name) => codeOf(child(item, name).value));
  return hasText(item) || Object.keys(value).length === 1 ? names.find((code) => code !== undefined) : undefined;
}

function codeOfMember([key, member]: readonly [string, Node]): string | undefined {
  // A word with a text may as well be a setting.
  const isText = typeof member.value === "string" && /\S\s+\S/.test(member.value);
  if (isText) return codeCell(key)?.shape === "word" ? undefined : codeOf(key);
  return isObject(member.value) && hasText(member) ? codeOf(key) : undefined;
}

function hasText(holder: Node): boolean {
  return [...usual.text, ...usual.title].some((name) => typeof child(holder, name).value === "string");
}

/** Zero is no error. */
function codeOf(value: unknown): string | undefined {
  const isCode = value !== 0 && (typeof value === "string" || Number.isInteger(value));
  return isCode ? codeCell(String(value))?.code : undefined;
}
