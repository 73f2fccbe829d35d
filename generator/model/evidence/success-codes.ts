import type { ExtensionRule } from "../../read/extension-rule.js";
import { once } from "../../read/made-once.js";
import type { Sources } from "../../read/reader.js";
import { child, identity, items, members, type Node } from "../../read/source.js";
import { everythingIn } from "../../read/walk.js";
import { tokensOf } from "../../runtime/pointer.js";
import { isCode } from "../definitions/codes.js";
import { codesAt } from "../definitions/codes-of-schema.js";
import type { OperationNode } from "../document/operations.js";
import { schemasAt } from "../document/schemas.js";
import { type ExtensionEntry, nothingSaid } from "./extension-entry.js";
import { entriesAt } from "./extension-rules.js";

/** An enum that says by its name that it lists the codes of errors. */
const ofCodes = /^(?:api)?error_?codes?(?:_?enum)?$/i;

/**
 * The codes that an operation may give, as its answers of success tell of them: those that the schema of their member for
 * errors lists; where that leaves them open, those of an enum for codes that nothing else refers to.
 */
export function successCodes(
  pointer: string,
  rules: readonly ExtensionRule[],
  sources: Sources,
): (operation: OperationNode) => readonly ExtensionEntry[] {
  const { follow } = sources;
  const path = tokensOf(pointer);
  const alone = once(() => unusedEnum(sources, rules));
  const bySchema = new Map<string, readonly ExtensionEntry[]>();
  const read = (schema: Node): readonly ExtensionEntry[] => {
    if (schemasAt(schema, path, follow).length === 0) return [];
    const own = codesAt(schema, pointer, follow);
    return own.length > 0 ? own.map(entryOf) : alone();
  };
  return ({ responses }) =>
    responses
      .filter(({ key }) => key.startsWith("2"))
      .flatMap(({ media }) => media)
      .flatMap(({ schema }) => {
        const key = identity(follow(schema));
        const known = bySchema.get(key) ?? read(schema);
        bySchema.set(key, known);
        return known;
      });
}

function entryOf({ code, wireType, holder, said }: ReturnType<typeof codesAt>[number]): ExtensionEntry {
  const isNumber = wireType === "integer";
  return { ...nothingSaid, ...said, code, isNumber, lists: true, evidence: "enum", holder };
}

function unusedEnum(sources: Sources, rules: readonly ExtensionRule[]): readonly ExtensionEntry[] {
  const named = members(child(sources.document, "components", "schemas")).filter(
    ([name, schema]) => ofCodes.test(name) && items(child(schema, "enum")).length > 1,
  );
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) return [];
  const [name, schema] = only;
  const isUsed = [...everythingIn(sources)].some(
    ({ value }) => (value as { readonly $ref?: unknown } | null)?.$ref === `#/components/schemas/${name}`,
  );
  if (isUsed) return [];
  const listed = items(child(schema, "enum")).filter(({ value }) => isCode(value));
  return [
    ...listed.map(({ value }): ExtensionEntry => {
      const isNumber = typeof value === "number";
      return { ...nothingSaid, code: String(value), isNumber, lists: true, evidence: "enum", holder: schema };
    }),
    ...entriesAt(schema, "schema", rules),
  ];
}
