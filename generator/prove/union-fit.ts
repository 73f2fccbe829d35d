import type { ErrorObject } from "ajv/dist/2020.js";
import type { Union } from "./unions.js";

/** Undefined where it would take too long. */
type ErrorsOf = (schema: unknown, body: unknown) => readonly ErrorObject[] | undefined;

/**
 * Whether a body fits as many alternatives as it may; undefined where one of them can't be held against it, and "unknown"
 * where that would take too long.
 */
export function fitsUnion(
  { candidates, isExclusive }: Union,
  body: unknown,
  errorsOf: ErrorsOf,
  validatorOf: (schema: unknown) => unknown,
): boolean | "unknown" | undefined {
  let fitting = 0;
  for (const candidate of candidates(body)) {
    if (validatorOf(candidate) === undefined) return undefined;
    const errors = errorsOf(candidate, body);
    if (errors === undefined) return "unknown";
    if (errors.length === 0) fitting += 1;
    if (fitting > (isExclusive ? 1 : 0)) return !isExclusive;
  }
  return fitting > 0;
}

/** How many alternatives say what is wrong with a body. */
export const few = 10;

/** What is wrong with a body, by the alternatives that it may mean; where these find nothing, by the first ones. */
export function saidByFew(
  { alternatives, candidates, isExclusive }: Union,
  body: unknown,
  errorsOf: ErrorsOf,
): readonly ErrorObject[] {
  const meant: object[] = [];
  for (const candidate of candidates(body)) {
    if (meant.length === few) break;
    meant.push(candidate);
  }
  const saidBy = (schema: object) => errorsOf(schema, body) ?? [];
  const said = meant.flatMap(saidBy);
  const keyword = isExclusive ? "oneOf" : "anyOf";
  const message = isExclusive ? "must match exactly one schema in oneOf" : "must match a schema in anyOf";
  const whole = { keyword, instancePath: "", schemaPath: `#/${keyword}`, params: {}, message };
  return [...(said.length > 0 ? said : alternatives.slice(0, few).flatMap(saidBy)), whole];
}
