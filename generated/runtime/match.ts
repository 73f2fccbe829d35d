// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Classified } from "./error.js";

/** What every error has that is matched. */
interface Matched {
  readonly code: string;
  readonly listed: boolean;
}

/** The listed codes of an error: those that need a handler. */
type ListedCode<E> =
  Extract<E, { readonly listed: true }> extends { readonly code: infer Code extends string } ? Code : never;

/** A handler for each listed code, which takes the errors of that code. */
type Handlers<E, Wanted> = {
  readonly [Code in ListedCode<E>]: (error: Extract<E, { readonly code: Code }>) => Wanted;
};

/** The codes that there are handlers for: as text, though some look like numbers. */
type CodeOf<Given> = `${keyof Given & (string | number)}`;

/** What a handler for any other code has to be: nothing is, and the compiler says why. */
type NoOthers<Given, Code extends string> = {
  readonly [Other in Exclude<CodeOf<Given>, Code>]: `${Other} is none of the listed codes of this error`;
};

/** What a handler gives. */
type ResultOf<Handler> = Handler extends (error: never) => infer Result ? Result : never;

/**
 * Calls the handler of an error's code. The result is whatever the handlers give; `Wanted` is what the place it is used
 * in asks for, so that `"warning"` stays itself there and is not any text.
 */
export interface Match<Any extends Matched, Unlisted> {
  /** A code without a handler does not compile; `unlisted` takes those of tomorrow. */
  <E extends Any, Wanted, Given extends Handlers<E, Wanted>, Rest extends (error: Unlisted) => Wanted>(
    error: E,
    handlers: Given & NoOthers<Given, ListedCode<E>>,
    unlisted: Rest,
  ): (ResultOf<Given[keyof Given]> | ResultOf<Rest>) & Wanted;

  /** Handlers for some codes; `otherwise` takes all the others. */
  partial<
    E extends Any,
    Wanted,
    Given extends Partial<Handlers<E, Wanted>>,
    Rest extends (error: Exclude<E, { readonly code: CodeOf<Given> }>) => Wanted,
  >(
    error: E,
    handlers: Given & NoOthers<Given, ListedCode<E>>,
    otherwise: Rest,
  ): (ResultOf<Given[keyof Given]> | ResultOf<Rest>) & Wanted;
}

type AnyHandlers = Readonly<Record<string, ((error: never) => unknown) | undefined>>;

function callHandler(
  error: Pick<Classified, "code" | "listed">,
  handlers: AnyHandlers,
  otherwise: (error: never) => unknown,
): unknown {
  const handler = error.listed && Object.hasOwn(handlers, error.code) ? handlers[error.code] : undefined;
  return (handler ?? otherwise)(error as never);
}

/** Calls the handler of the error's code, or the last one for a code that has none. */
export const matchError: Match<Matched, never> = /* @__PURE__ */ Object.assign(
  (...given: Parameters<typeof callHandler>) => callHandler(...given),
  { partial: callHandler },
) as Match<Matched, never>;
