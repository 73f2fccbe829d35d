import type { Problem } from "../problem/problem.js";
import { extensionRuleWrong } from "../problem/reading.js";
import { problemAt } from "./position.js";
import { child, items, members, type Node } from "./source.js";

/** How an extension says which codes there are: where it stands, and which of its members say what. */
export interface ExtensionRule {
  /** Begins with `x-`. */
  readonly name: string;
  /** Default: anywhere. */
  readonly places?: readonly ExtensionPlace[];
  /** Names of members, the first that is there counts. Default: the usual ones. */
  readonly code?: readonly string[];
  readonly title?: readonly string[];
  readonly text?: readonly string[];
  readonly status?: readonly string[];
  readonly retry?: readonly string[];
  readonly resolution?: readonly string[];
  readonly deprecated?: readonly string[];
  /** A list that goes along with the values of the `enum` beside it: of their names, or of their texts. */
  readonly alongEnum?: "title" | "text";
}

const places = ["root", "operation", "response", "schema"] as const;
const parts = ["code", "title", "text", "status", "retry", "resolution", "deprecated"];

export type ExtensionPlace = (typeof places)[number];

/** The rules of a config: `{ name: x-my-codes, places: [operation], code: slug, text: about }`. */
export function readExtensionRules(list: Node): readonly ExtensionRule[] {
  return items(list).map((rule) =>
    Object.fromEntries(
      members(rule).map(([key, { value }]) => [key, key === "name" || key === "alongEnum" ? value : [value].flat()]),
    ),
  ) as unknown as ExtensionRule[];
}

/** What is wrong with such rules. */
export function checkExtensionRules(list: Node): Problem[] {
  if (list.value === undefined) return [];
  if (!Array.isArray(list.value)) return [problemAt(list, extensionRuleWrong("this is no list"))];
  return items(list).flatMap((rule) => {
    const name = child(rule, "name");
    if (typeof name.value !== "string" || !name.value.startsWith("x-"))
      return [problemAt(rule, extensionRuleWrong("a rule has no `name` that begins with `x-`"))];
    return members(rule).flatMap(([key, node]) => (isFit(key, [node.value].flat()) ? [] : [wrongMember(key, node)]));
  });
}

function isFit(key: string, values: readonly unknown[]): boolean {
  if (key === "name") return true;
  if (key === "places") return values.every((value) => places.some((place) => place === value));
  if (key === "alongEnum") return values.length === 1 && ["title", "text"].includes(String(values[0]));
  return parts.includes(key) && values.every((value) => typeof value === "string");
}

function wrongMember(key: string, node: Node): Problem {
  return problemAt(node, extensionRuleWrong(`\`${key}\` can't be \`${JSON.stringify(node.value)}\``));
}
