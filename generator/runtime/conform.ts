import type { Shape } from "./contract.js";
import type { Deviation } from "./error.js";
import { escapeToken, isContainer, own, put } from "./pointer.js";
import { describe, typeOf } from "./text.js";

/** What does not conform. */
export const none: unique symbol = Symbol("none");

/** Of a body with thousands of faults, only the first ones: the error has to stay small. */
const maxDeviations = 100;

/**
 * A value as a shape declares it: an optional member of another type is left out, and a required one makes it `none`.
 * Each departure is added to `deviations`.
 */
export function conform(value: unknown, shape: Shape, at: string, deviations: Deviation[]): unknown {
  // What stands beside the alternatives holds for all of them.
  const chosen = shape.anyOf ? conformToAny(value, shape.anyOf, at) : value;
  const expected = chosen === none ? "one of the declared shapes" : expectation(chosen, shape);
  if (expected === undefined) return isContainer(chosen) ? conformMembers(chosen, shape, at, deviations) : chosen;
  if (deviations.length < maxDeviations) deviations.push({ pointer: at, expected, found: describe(value) });
  return none;
}

/** What of a value is as any of these shapes declares it, were all members optional; `none` where nothing is. */
export function conformPartly(value: unknown, shapes: readonly Shape[]): unknown {
  const tried = shapes.flatMap(alternativesOf).map((shape) => {
    const deviations: Deviation[] = [];
    return { result: conform(value, { ...shape, required: [] }, "", deviations), count: deviations.length };
  });
  const fitting = tried.filter(({ result }) => result !== none);
  const least = Math.min(...fitting.map(({ count }) => count));
  return fitting.find(({ count }) => count === least)?.result ?? none;
}

function alternativesOf(shape: Shape): readonly Shape[] {
  return shape.properties ? [shape] : (shape.anyOf ?? [shape]);
}

function conformToAny(value: unknown, shapes: readonly Shape[], at: string): unknown {
  for (const shape of shapes) {
    const deviations: Deviation[] = [];
    const result = conform(value, shape, at, deviations);
    if (deviations.length === 0) return result;
  }
  return none;
}

/** What the shape wants instead of this value, without looking into it; undefined where it is content. */
function expectation(value: unknown, { type = [], enum: values }: Shape): string | undefined {
  if (values ? values.includes(value) : isOfTypes(value, type)) return undefined;
  const accepted = values?.map((each) => JSON.stringify(each)) ?? [type].flat();
  if (accepted.length > 0) return accepted.join(" or ");
  return value === undefined ? "a value" : undefined;
}

/** Whether a value is of one of these types; undefined is of none. */
function isOfTypes(value: unknown, types: string | readonly string[]): boolean {
  return typeof types === "string" ? isOfType(value, types) : types.some((name) => isOfType(value, name));
}

function isOfType(value: unknown, type: string): boolean {
  return type === typeOf(value) || (type === "integer" && Number.isInteger(value));
}

/** An object without the optional members that don't conform. Of an array, every item is required. */
function conformMembers(value: Record<string, unknown>, shape: Shape, at: string, deviations: Deviation[]): unknown {
  const isArray = Array.isArray(value);
  const { required = [], properties = {}, additionalProperties, items, prefixItems = [] } = shape;
  const list: unknown[] = [];
  const checked: Record<string, unknown> = {};
  let whole = true;
  const check = (name: string): void => {
    const memberShape = isArray
      ? (prefixItems[Number(name)] ?? items)
      : (own(properties, name) ?? additionalProperties);
    const member = own(value, name);
    const isFree = memberShape === undefined && member !== undefined;
    const result = isFree ? member : conform(member, memberShape ?? {}, `${at}/${escapeToken(name)}`, deviations);
    if (result === none) whole &&= !isArray && !required.includes(name);
    else if (isArray) list.push(result);
    else put(checked, name, result);
  };
  for (const name of Object.keys(value)) check(name);
  const due = isArray ? prefixItems.map((_, index) => String(index)) : required;
  for (const name of due) if (!Object.hasOwn(value, name)) check(name);
  if (!whole) return none;
  return isArray ? list : checked;
}
