import { type Answer, classifyAnswer, type ParseOptions } from "./classify.js";
import type { ParserContract } from "./contract.js";
import type { Classified, ErrorJSON } from "./error.js";
import { holdsSecret, loggable } from "./loggable.js";
import { define, put } from "./pointer.js";
import { inspection, printableCause } from "./printable-cause.js";
import { remembered } from "./remembered.js";
import {
  type Caller,
  dropStack,
  type Frames,
  framesBelow,
  type StackStart,
  stackOf,
  titleOf,
  withoutFrames,
} from "./stack.js";
import { escapeInLines } from "./text.js";

// In the global registry, so that every copy of this file, in any realm, knows the errors of the others.
const brand = Symbol.for("openapi-errors.api");

/** Every parsed error at run time. Recognise it with `isError`: `instanceof` fails across copies and realms. */
export class ApiError extends Error implements Classified {
  declare readonly api: string;
  declare readonly code: string;
  declare readonly listed: boolean;
  declare readonly status: number;
  declare readonly details: unknown;
  declare readonly fields: Classified["fields"];
  declare readonly requestId: string | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly closest: string | undefined;
  declare readonly category: Classified["category"];
  declare readonly operation: string | undefined;
  declare readonly request: Classified["request"];
  declare readonly deviations: Classified["deviations"];
  declare readonly body: unknown;
  declare readonly headers: Classified["headers"];
  readonly #data: Classified;
  readonly #frames: Frames;

  constructor(name: string, data: Classified, options: ErrorOptions, frames: Frames) {
    super(data.message, options);
    dropStack(this);
    this.#data = data;
    this.#frames = frames;
    const hide = (key: PropertyKey, value: unknown) => define(this, key, value, false);
    for (const key of Object.keys(data) as (keyof Classified)[]) {
      const value = data[key];
      if (value === undefined || key === "message") continue;
      // Loggers such as pino and winston copy what is enumerable, as it is.
      if (unprinted.includes(key) || (key === "details" && holdsSecret(value))) hide(key, value);
      else put(this as Record<string, unknown>, key, value);
    }
    hide("name", name);
    hide(brand, data.api);
    hide(inspection, inspected);
  }

  /** Made when it is asked for. Not defined for each error: that costs more than all the rest of it. */
  override get stack(): string {
    // What was made of an error, as clones are, has none of its private members.
    const value = stackOf(this, #frames in this ? this.#frames : undefined) as string;
    // Not where it is frozen.
    if (Object.isExtensible(this)) this.stack = value;
    return value;
  }

  override set stack(value: string) {
    define(this, "stack", value, false);
  }

  override toString(): string {
    return titleOf(this);
  }

  toJSON(): ErrorJSON {
    // What stands before an error, as proxies do, has none of its private members, and only shows what may be printed.
    return { ...logged(#data in this ? this.#data : this), name: this.name, message: this.message } as ErrorJSON;
  }
}

/** A class of the name that the errors have: loggers such as pino show that of the class, which minifiers take away. */
const classNamed = /* @__PURE__ */ remembered((name) => ({ [name]: class extends ApiError {} })[name]!);

/** Too long or too secret for a log, or printed before all members. */
const unprinted: readonly PropertyKey[] = ["name", "message", "body", "headers", brand, inspection];

/** The members to print, each bounded, without secrets. */
function logged(data: Classified): Partial<Classified> {
  const members = Object.entries(data).filter(([key, value]) => value !== undefined && !unprinted.includes(key));
  // A code is short enough, and has to come back from a log as it was.
  return Object.fromEntries(members.map(([key, value]) => [key, key === "code" ? value : loggable(value)]));
}

/** What Node's console prints. No method: `isolatedDeclarations` allows none with a computed name. */
function inspected(
  this: ApiError,
  _depth: number,
  options: unknown,
  inspect: (value: unknown, options: unknown) => string,
): string {
  const { name: _name, message: _message, ...members } = this.toJSON();
  const { cause } = this;
  const shown = inspect(cause === undefined ? members : { ...members, cause: printableCause(cause) }, options);
  const { colors } = options as { readonly colors?: boolean };
  return escapeInLines(`${this.stack} ${shown}`, colors);
}

/** Makes an error whose stack begins below `calledAs`, or holds these frames. */
export function makeError(
  name: string,
  data: Classified,
  options: ErrorOptions,
  calledAs: StackStart | undefined,
): ApiError {
  const frames = framesBelow(calledAs ?? makeError);
  const Named = classNamed(name);
  return withoutFrames(() => new Named(name, data, options, frames));
}

/** Turns any answer into one error of the contract. Never throws. */
export function parseAnswer(
  contract: ParserContract,
  answer: Answer,
  options: ParseOptions<string> = {},
  calledAs?: Caller,
): ApiError {
  return makeError(contract.name, classifyAnswer(contract, answer, options), options, calledAs);
}

/** Whether a value is a parsed error of this API, and of one of these listed codes where any are given. */
export function isErrorOf(contract: ParserContract, value: unknown, codes?: string | readonly string[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  try {
    const { [brand]: api, code, listed } = value as Classified & { readonly [brand]?: unknown };
    return api === contract.api && (codes === undefined || (listed && [codes].flat().includes(code)));
  } catch {
    // Anything can be thrown, even a proxy that refuses to be looked at.
    return false;
  }
}
