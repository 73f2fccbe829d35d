import { codesMisplaced, codeTwice } from "../problem/contract.js";
import type { Problem } from "../problem/problem.js";
import { methods } from "../read/error-part.js";
import type { ExtensionRule } from "../read/extension-rule.js";
import { ownSchema } from "../read/own-validators.js";
import { problemAt, problemAtKey } from "../read/position.js";
import { child, isObject, items, members, type Node, pointerOf } from "../read/source.js";
import { validate } from "../read/validate.js";

const name = "x-error-codes";

/**
 * Whether every `x-error-codes` holds what its JSON Schema says, and no list a code twice. `rules`: how this document's
 * extensions are read, where somebody said so; one of that name is read as that says.
 */
export function checkCodeLists(nodes: readonly Node[], rules: readonly ExtensionRule[] = []): Problem[] {
  if (rules.some((rule) => rule.name === name)) return [];
  return nodes.flatMap((node) => {
    const codes = child(node, name);
    if (codes.value === undefined) return [];
    if (isLost(node)) return [problemAtKey(codes, codesMisplaced())];
    const lists = [codes, ...members(codes).map(([, member]) => member)];
    return [...validate(name, codes), ...lists.flatMap(twiceIn)];
  });
}

/** Whether a node is one where nobody looks for codes: a path, or what tells nothing of answers. */
function isLost(node: Node): boolean {
  const pointer = pointerOf(node);
  const [section = "paths"] = pointer;
  const isPath = pointer.length === 2 && section === "paths" && methods.some((method) => hasMember(node, method));
  return isPath || ["info", "servers", "tags", "externalDocs"].includes(section);
}

function hasMember({ value }: Node, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}

/** Entries that say the same code of the same status once more. */
function twiceIn(list: Node): Problem[] {
  const seen = new Set<string>();
  return items(list).flatMap((entry) => {
    const code = codeAt(entry);
    const key = JSON.stringify([String(code.value), statusIn(entry)]);
    if (code.value === undefined) return [];
    if (seen.has(key)) return [problemAt(code, codeTwice(String(code.value)))];
    seen.add(key);
    return [];
  });
}

function codeAt(entry: Node): Node {
  if (!isObject(entry.value)) return entry;
  const spelt = codeNames.map((key) => child(entry, key)).find(({ value }) => value !== undefined);
  return spelt ?? child(entry, "code");
}

function statusIn(entry: Node): unknown {
  return statusNames.map((key) => child(entry, key).value).find((value) => value !== undefined);
}

const codeNames = spellingsOf("code");
const statusNames = spellingsOf("status");

/** A member of an entry in all the spellings that are read. */
function spellingsOf(member: string): string[] {
  const { entry } = ownSchema(name).$defs as {
    readonly entry: { readonly properties: Readonly<Record<string, { $ref: string }>> };
  };
  const { properties } = entry;
  return Object.keys(properties).filter((key) => properties[key]!.$ref === properties[member]!.$ref);
}
