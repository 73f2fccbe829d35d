// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import { type Answer, classifyAnswer, type ParseOptions } from "./classify.js";
import type { ParserContract } from "./contract.js";
import type { Classified, ErrorJSON } from "./error.js";

// In the global registry, so that every copy of this file, in any realm, knows the errors of the others.
const brand = Symbol.for("openapi-errors.api");

/** Every parsed error at run time. Recognise it with `isError`: `instanceof` fails across copies and realms. */
export class ApiError extends Error {
  constructor(name: string, data: Classified) {
    super(data.message);
    const { body, headers, message: _, ...shown } = data;
    Object.assign(this, shown);
    // Not enumerable, so that printing or logging an error doesn't print these.
    for (const [key, value] of Object.entries({ name, body, headers }))
      Object.defineProperty(this, key, { value, configurable: true, writable: true });
    Object.defineProperty(this, brand, { value: data.api });
  }

  toJSON(): ErrorJSON {
    return {
      name: this.name,
      ...(Object.fromEntries(Object.entries(this)) as Omit<ErrorJSON, "name">),
      message: this.message,
    };
  }
}

/** Turns any answer into one error of the contract. Never throws. */
export function parseAnswer(contract: ParserContract, answer: Answer, options?: ParseOptions<string>): ApiError {
  return new ApiError(contract.name, classifyAnswer(contract, answer, options));
}

/** Whether a value is a parsed error of this API, and of one of these listed codes where any are given. */
export function isErrorOf(contract: ParserContract, value: unknown, codes?: string | readonly string[]): boolean {
  if (typeof value !== "object" || value === null || !(brand in value) || value[brand] !== contract.api) return false;
  if (codes === undefined) return true;
  const { code, listed } = value as unknown as Classified;
  return listed && [codes].flat().includes(code);
}
