import type { JsonSchema } from "../model/contract.js";
import { conform } from "../runtime/conform.js";
import type { Shape } from "../runtime/contract.js";
import type { Deviation } from "../runtime/error.js";
import { isObject, own, tokensOf } from "../runtime/pointer.js";
import { allowedValues } from "./values.js";

/** A place in details that may be what it could not be before, and details that show it. */
export interface Deviating {
  readonly path: readonly string[];
  readonly said: string;
  readonly details: readonly unknown[];
}

/** As many of the details that show one thing as are worth a try. */
const most = 8;

/** What details may be now that they could not be before: values that the new schema allows are held against the old one. */
export function deviating(after: JsonSchema, before: Shape): Deviating[] {
  const found = new Map<string, { path: readonly string[]; said: string; details: unknown[] }>();
  for (const details of allowedValues(after)) {
    const deviations: Deviation[] = [];
    conform(details, before, "", deviations);
    for (const { pointer, expected, found: is } of deviations) {
      const path = pathOf(tokensOf(pointer), details, before);
      const name = path.length === 0 ? "the details" : `\`${path.join(".")}\``;
      const key = path.join(".");
      const said = `${name} may be ${is}: it was ${expected}`;
      const each = found.get(key) ?? { path, said, details: [] };
      if (each.details.length < most && each.details.at(-1) !== details) each.details.push(details);
      found.set(key, each);
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

/** Whether a path leads to another, or beyond it. */
export function isWithin(path: readonly string[], other: readonly string[]): boolean {
  return path.every((step, index) => other[index] === step);
}
