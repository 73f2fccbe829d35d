// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { DetailsShape, Envelope, Shape } from "./contract.js";
import type { Deviation } from "./error.js";
import { escapeToken, isObject, tokensOf, valueAt } from "./pointer.js";
import { describe } from "./text.js";

/** How deep details may be nested; what is deeper could not be printed or copied safely. */
const maxDepth = 64;

/** What a body says beyond code, message and request id; members that hold those are left out. */
export function detailsIn(body: unknown, envelope: Envelope): unknown {
  if (envelope.details === undefined) return undefined;
  const details = valueAt(body, envelope.details);
  if (!isObject(details)) return details ?? undefined;
  const prefix = `${envelope.details}/`;
  const taken = [envelope.code, envelope.message, envelope.requestId]
    .filter((pointer) => pointer?.startsWith(prefix))
    .map((pointer) => tokensOf(pointer?.slice(envelope.details?.length) ?? "")[0]);
  if (taken.length === 0) return details;
  const rest = Object.entries(details).filter(([name]) => !taken.includes(name));
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
  let level = new Set([value]);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > maxDepth) return false;
    const below = new Set<unknown>();
    for (const item of level) {
      if (item === null || item === undefined || ["string", "number", "boolean"].includes(typeof item)) continue;
      if (typeof item !== "object" || typeof (item as { toJSON?: unknown }).toJSON === "function") return false;
      for (const member of Object.values(item)) below.add(member);
    }
    level = below;
  }
  return true;
}

const none = Symbol("does not conform");

/** Of a body with thousands of faults, only the first ones: the error has to stay small. */
const maxDeviations = 100;

function report(deviations: Deviation[], pointer: string, expected: string, value: unknown): void {
  if (deviations.length < maxDeviations) deviations.push({ pointer, expected, found: describe(value) });
}

function conform(value: unknown, shape: Shape, at: string, deviations: Deviation[]): unknown {
  // What stands beside the alternatives holds for all of them.
  const chosen = shape.anyOf ? conformToAny(value, shape.anyOf, at, deviations) : value;
  if (chosen === none) return none;
  const expected = expectation(chosen, shape);
  if (expected !== undefined) {
    report(deviations, at, expected, value);
    return none;
  }
  if (Array.isArray(chosen)) return conformItems(chosen, shape, at, deviations);
  return isObject(chosen) ? conformMembers(chosen, shape, at, deviations) : chosen;
}

function conformToAny(value: unknown, shapes: readonly Shape[], at: string, deviations: Deviation[]): unknown {
  for (const shape of shapes) {
    const tried: Deviation[] = [];
    const result = conform(value, shape, at, tried);
    if (result !== none && tried.length === 0) return result;
  }
  report(deviations, at, "one of the declared shapes", value);
  return none;
}

/** What the shape wants instead of this value, without looking into it; undefined where it is content. */
function expectation(value: unknown, shape: Shape): string | undefined {
  if ("const" in shape) return value === shape.const ? undefined : JSON.stringify(shape.const);
  if (shape.enum) return shape.enum.includes(value) ? undefined : `one of ${JSON.stringify(shape.enum)}`;
  if (value === undefined) return "a value";
  const types = typeof shape.type === "string" ? [shape.type] : (shape.type ?? []);
  return types.length === 0 || types.some((type) => isOfType(value, type)) ? undefined : types.join(" or ");
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function conformItems(items: unknown[], shape: Shape, at: string, deviations: Deviation[]): unknown {
  const { items: itemShape } = shape;
  if (!itemShape) return items;
  const checked = items.map((item, index) => conform(item, itemShape, `${at}/${index}`, deviations));
  return checked.includes(none) ? none : checked;
}

function conformMembers(value: Record<string, unknown>, shape: Shape, at: string, deviations: Deviation[]): unknown {
  const required = shape.required ?? [];
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  for (const name of missing) report(deviations, `${at}/${escapeToken(name)}`, "a value", undefined);
  const checked: [string, unknown][] = [];
  let whole = missing.length === 0;
  for (const [name, member] of Object.entries(value)) {
    const { properties = {}, additionalProperties = {} } = shape;
    const memberShape = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    const result = conform(member, memberShape ?? {}, `${at}/${escapeToken(name)}`, deviations);
    if (result !== none) checked.push([name, result]);
    else if (required.includes(name)) whole = false;
  }
  return whole ? Object.fromEntries(checked) : none;
}
