import { ownSchema } from "./own-validators.js";
import { isObject } from "./source.js";

/** Whether an extension of another name holds what `x-error` does: each of its members is one of those. */
export function isMeantAsError(value: unknown): boolean {
  const names = isObject(value) ? Object.keys(value) : [];
  if (names.length === 0) return false;
  const { properties, $defs } = ownSchema("x-error") as {
    readonly properties: object;
    readonly $defs: { readonly error: { readonly properties: object } };
  };
  return names.every((name) => Object.hasOwn(properties, name) || Object.hasOwn($defs.error.properties, name));
}
