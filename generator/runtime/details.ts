import type { DetailsShape, Envelope, Shape } from "./contract.js";
import type { Deviation } from "./error.js";
import { escapeToken, isContainer, isObject, own, valueAt } from "./pointer.js";
import { describe, typeOf } from "./text.js";

/** How deep details may be nested; what is deeper could not be printed or copied safely. */
const maxDepth = 64;

/** What a body says beyond code, message and request id; members that hold those are left out. */
export function detailsIn(body: unknown, { code, message, requestId, details: at }: Envelope): unknown {
  const details = valueAt(body, at) ?? undefined;
  if (!isObject(details)) return details;
  const members = Object.entries(details);
  const rest = members.filter(([name]) => {
    const member = `${at}/${escapeToken(name)}/`;
    return ![code, message, requestId].some((pointer) => `${pointer}/`.startsWith(member));
  });
  if (rest.length === members.length) return details;
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/**
 * Details as the contract declares them: an optional member of another type is left out, and a required one makes
 * them undefined. Each departure is added to `deviations`.
 */
export function checkDetails(details: unknown, shape: DetailsShape, at: string, deviations: Deviation[]): unknown {
  if (details === undefined && shape.optional) return undefined;
  const checked = conform(details, shape, at, deviations);
  return checked === none ? undefined : checked;
}

/**
 * Whether a value can be printed and copied: JSON, and not nested too deeply. A loop, since the value may be deeper than
 * the stack; level by level, each object once, since it may refer to itself.
 */
export function isShallowJson(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= maxDepth; depth += 1) {
    if (!level.every(isJson)) return false;
    level = [...new Set(level.filter(isContainer).flatMap((item) => Object.values(item)))];
  }
  return level.length === 0;
}

function isJson(value: unknown): boolean {
  if (isContainer(value)) {
    const { toJSON } = value;
    return typeof toJSON !== "function";
  }
  return !["bigint", "function", "symbol"].includes(typeof value);
}

const none = Symbol("does not conform");

/** Of a body with thousands of faults, only the first ones: the error has to stay small. */
const maxDeviations = 100;

function conform(value: unknown, shape: Shape, at: string, deviations: Deviation[]): unknown {
  // What stands beside the alternatives holds for all of them.
  const chosen = shape.anyOf ? conformToAny(value, shape.anyOf, at) : value;
  const expected = chosen === none ? "one of the declared shapes" : expectation(chosen, shape);
  if (expected === undefined) return isContainer(chosen) ? conformMembers(chosen, shape, at, deviations) : chosen;
  if (deviations.length < maxDeviations) deviations.push({ pointer: at, expected, found: describe(value) });
  return none;
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
  if (value === undefined) return "a value";
  const types = [type].flat();
  const fits = values ? values.includes(value) : types.length === 0 || types.some((name) => isOfType(value, name));
  return fits ? undefined : (values?.map((each) => JSON.stringify(each)) ?? types).join(" or ");
}

function isOfType(value: unknown, type: string): boolean {
  return type === typeOf(value) || (type === "integer" && Number.isInteger(value));
}

/** An object without the optional members that don't conform. Of an array, every item is required. */
function conformMembers(value: Record<string, unknown>, shape: Shape, at: string, deviations: Deviation[]): unknown {
  const isArray = Array.isArray(value);
  const { required = [], properties = {}, additionalProperties, items } = shape;
  const checked: [string, unknown][] = [];
  let whole = true;
  for (const name of new Set(isArray ? Object.keys(value) : [...Object.keys(value), ...required])) {
    const memberShape = isArray ? items : (own(properties, name) ?? additionalProperties);
    const member = own(value, name);
    const isFree = memberShape === undefined && member !== undefined;
    const result = isFree ? member : conform(member, memberShape ?? {}, `${at}/${escapeToken(name)}`, deviations);
    if (result !== none) checked.push([name, result]);
    else if (isArray || required.includes(name)) whole = false;
  }
  if (!whole) return none;
  return isArray ? checked.map(([, item]) => item) : Object.fromEntries(checked);
}
