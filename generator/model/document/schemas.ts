import type { Sources } from "../../read/reader.js";
import { child, isObject, items, type Node } from "../../read/source.js";
import type { JsonSchema } from "../contract.js";
import { conjunctionOf } from "./conjunction.js";

type Follow = Sources["follow"];

const allKeywords = ["anyOf", "oneOf", "allOf"];

/** Every schema that describes the value at a pointer, whichever alternative or part declares it. */
export function schemasAt(schema: Node, tokens: readonly string[], follow: Follow): Node[] {
  let parts = expand([schema], follow, allKeywords);
  for (const token of tokens) {
    const next = parts.map((part) => memberAt(part, token)).filter(({ value }) => value !== undefined);
    parts = expand(next, follow, allKeywords);
  }
  return parts;
}

/** What a schema declares one step further: a `*` steps into an array, a `{}` into a map. */
export function memberAt(schema: Node, token: string): Node {
  if (token === "*") return child(schema, "items");
  const member = child(schema, "properties", token);
  return token === "{}" && member.value === undefined ? child(schema, "additionalProperties") : member;
}

/** Whether every way through the schema requires the value at a pointer. */
export function isRequired(schema: Node, tokens: readonly string[], follow: Follow): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  const parts = partsOf(schema, follow);
  if (token === "*" || token === "{}") return parts.some((part) => isRequired(memberAt(part, token), rest, follow));
  const required = parts.some((part) => items(child(part, "required")).some((item) => item.value === token));
  const declared = parts.map((part) => child(part, "properties", token)).filter(({ value }) => value !== undefined);
  return required && declared.some((next) => isRequired(next, rest, follow));
}

/** Whether a schema says null in its type, or as one of its alternatives, as Pydantic writes it. */
export function allowsNull({ type, nullable, anyOf, oneOf }: JsonSchema): boolean {
  const alternatives = [anyOf, oneOf].flat().filter(isObject);
  return nullable === true || [type].flat().includes("null") || alternatives.some(allowsNull);
}

/** A schema and all that its `allOf` adds to it, references followed. */
export function partsOf(schema: Node, follow: Follow): Node[] {
  return expand([schema], follow, ["allOf"]);
}

/** What schemas consist of by some keywords, in order; each once, since they may lead to one another, and that 2^n times. */
function expand(schemas: readonly Node[], follow: Follow, keywords: readonly string[]): Node[] {
  const found: Node[] = [];
  const seen = new Set<unknown>();
  const due = schemas.toReversed();
  for (let next = due.pop(); next; next = due.pop()) {
    const node = follow(conjunctionOf(next));
    const { value } = node;
    if (value === undefined || seen.has(value)) continue;
    seen.add(value);
    found.push(node);
    // Most schemas are made of nothing else: they are asked for many times.
    const said = isObject(value) ? keywords.filter((keyword) => Object.hasOwn(value, keyword)) : [];
    for (const part of said.flatMap((keyword) => items(child(node, keyword))).reverse()) due.push(part);
  }
  return found;
}
