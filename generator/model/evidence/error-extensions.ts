import { child, isObject, items, members, type Node } from "../../read/source.js";
import { codeCell } from "../texts/code-cell.js";
import { usual } from "./extension-entry.js";

/** Names of extensions that list errors, whoever made them up: `x-customErrors`, `x-response-codes`. */
const ofErrors =
  /^x-(?:.*[a-z\d_-])?(?:errors|faults|problems|exceptions|(?:error|fault|problem|exception|reason|response|result)[-_]?codes)$/i;
/** A member that holds all of them. */
const ofAll = /^(?:errors?|codes|items|list)$/i;

/** The lists of errors in extensions that no rule knows: those that look like one. */
export function errorLists(node: Node, isKnown: (name: string) => boolean): Node[] {
  return members(node)
    .filter(([name]) => ofErrors.test(name) && !isKnown(name))
    .map(([, said]) => members(said).find(([key, member]) => ofAll.test(key) && looksLikeList(member))?.[1] ?? said)
    .filter(looksLikeList);
}

/** Objects with a code and a text, codes alone, or a map from codes to either. */
function looksLikeList(said: Node): boolean {
  const codes = Array.isArray(said.value) ? items(said).map(codeIn) : members(said).map(codeOfMember);
  const statuses = codes.filter((code) => /^[1-5]\d\d$/.test(code ?? ""));
  return codes.length > 0 && codes.every((code) => code !== undefined) && statuses.length * 2 < codes.length;
}

function codeIn(item: Node): string | undefined {
  if (!isObject(item.value)) return codeOf(item.value);
  const code = usual.code.map((name) => child(item, name).value).find((value) => value !== undefined);
  return hasText(item) ? codeOf(code) : undefined;
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

function codeOf(value: unknown): string | undefined {
  return typeof value === "string" || Number.isInteger(value) ? codeCell(String(value))?.code : undefined;
}
