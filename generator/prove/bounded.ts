import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js";
import { isObject } from "../read/source.js";

/** Stands in every schema that others may refer to, and counts how often it is come by. */
const keyword = "x-openapi-errors-step";

/** How many schemas one body is held against at the most. */
const maxSteps = 100_000;

class TooManySteps extends Error {}

let left = 0;

/** Lets a validator count its steps in such schemas: some lead to themselves, others 2^n times to the next. */
export function countSteps(
  ajv: Ajv2020,
  schemas: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  ajv.addKeyword({
    keyword,
    validate: () => {
      left -= 1;
      if (left < 0) throw new TooManySteps();
      return true;
    },
  });
  const counted = Object.entries(schemas).map(([name, schema]) => [
    name,
    isObject(schema) ? { ...schema, [keyword]: true } : schema,
  ]);
  return Object.fromEntries(counted);
}

/** What is wrong with a body; undefined where that can't be found out in a bounded time. */
export function errorsIn(validate: ValidateFunction, body: unknown): readonly ErrorObject[] | undefined {
  left = maxSteps;
  try {
    return validate(body) ? [] : (validate.errors ?? []);
  } catch (error) {
    if (error instanceof TooManySteps || error instanceof RangeError) return undefined;
    throw error;
  }
}
