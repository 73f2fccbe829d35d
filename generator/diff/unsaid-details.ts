import type { JsonSchema } from "../model/contract.js";
import { conform } from "../runtime/conform.js";
import type { Shape } from "../runtime/contract.js";
import type { Deviation } from "../runtime/error.js";
import { isObject, own, tokensOf } from "../runtime/pointer.js";
import type { DetailsDifference } from "./details.js";
import { allowedValues } from "./values.js";

/** A way in which details differ, with details that show it. */
export type ShownDifference = Pick<DetailsDifference, "rule" | "path" | "said"> & { readonly details: unknown };

/**
 * What details may be now that they could not be before and that no rule about a keyword has found, as in alternatives and
 * maps: values that the new schema allows are held against the old one, as the parser does it.
 */
export function unsaid(
  after: JsonSchema,
  before: Shape | undefined,
  said: readonly DetailsDifference[],
): ShownDifference[] {
  if (!before) return [];
  const found = new Map<string, ShownDifference>();
  for (const details of allowedValues(after)) {
    const deviations: Deviation[] = [];
    conform(details, before, "", deviations);
    for (const { pointer, expected, found: is } of deviations) {
      const path = pathOf(tokensOf(pointer), details, before);
      if (said.some((each) => isWithin(each.path, path) || isWithin(path, each.path))) continue;
      const name = path.length === 0 ? "the details" : `\`${path.join(".")}\``;
      const key = path.join(".");
      if (!found.has(key))
        found.set(key, {
          rule: "details-type-changed",
          path,
          said: `${name} may be ${is}: it was ${expected}`,
          details,
        });
    }
  }
  return [...found.values()];
}

/** Names of members; `*` for the items of a list and the values of a map. */
function pathOf([token, ...rest]: readonly string[], value: unknown, shape: Shape | undefined): string[] {
  if (token === undefined) return [];
  const member = isObject(value) ? own(value, token) : Array.isArray(value) ? value[Number(token)] : undefined;
  const named = shape?.properties && own(shape.properties, token);
  return [named ? token : "*", ...pathOf(rest, member, named ?? shape?.items ?? shape?.additionalProperties)];
}

function isWithin(path: readonly string[], other: readonly string[]): boolean {
  return path.every((step, index) => other[index] === step);
}
