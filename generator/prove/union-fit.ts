import type { ErrorObject } from "ajv/dist/2020.js";
import type { Union } from "./unions.js";

type ErrorsOf = (schema: unknown, body: unknown) => readonly ErrorObject[];

/** Whether a body fits as many alternatives as it may; undefined where one of them can't be held against it. */
export function fitsUnion(
  { candidates, isExclusive }: Union,
  body: unknown,
  errorsOf: ErrorsOf,
  validatorOf: (schema: unknown) => unknown,
): boolean | undefined {
  let fitting = 0;
  for (const candidate of candidates(body)) {
    if (validatorOf(candidate) === undefined) return undefined;
    if (errorsOf(candidate, body).length === 0) fitting += 1;
    if (fitting > (isExclusive ? 1 : 0)) return !isExclusive;
  }
  return fitting > 0;
}

/** How many alternatives say what is wrong with a body. */
const few = 10;

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
  const said = meant.flatMap((schema) => errorsOf(schema, body));
  const keyword = isExclusive ? "oneOf" : "anyOf";
  const message = isExclusive ? "must match exactly one schema in oneOf" : "must match a schema in anyOf";
  const whole = { keyword, instancePath: "", schemaPath: `#/${keyword}`, params: {}, message };
  return [...(said.length > 0 ? said : alternatives.slice(0, few).flatMap((one) => errorsOf(one, body))), whole];
}
