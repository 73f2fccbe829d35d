import { items, members, type Node } from "./source.js";

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
  /** Values that are something else, and are not read. */
  readonly passesOver?: (value: unknown) => boolean;
}

export type ExtensionPlace = "root" | "operation" | "response" | "schema";

/** The rules of a config: `{ name: x-my-codes, places: [operation], code: slug, text: about }`. */
export function readExtensionRules(list: Node): readonly ExtensionRule[] {
  return items(list).map((rule) =>
    Object.fromEntries(
      members(rule).map(([key, { value }]) => [key, key === "name" || key === "alongEnum" ? value : [value].flat()]),
    ),
  ) as unknown as ExtensionRule[];
}
