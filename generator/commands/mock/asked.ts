import { suggest } from "../../problem/suggest.js";
import { printable } from "../../runtime/text.js";
import { type FailureKind, failureKinds, isFailureKind } from "./failures.js";
import { type PreferenceName, type Preferences, preferenceNames, type Taken } from "./preferences.js";

/** What a request asks for. */
export interface Asked {
  readonly error: string | undefined;
  readonly status: number | undefined;
  readonly example: string | undefined;
  readonly failure: FailureKind | undefined;
  /** Seconds before the answer. */
  readonly delay: number;
  /** Seconds that the answer says to wait. */
  readonly retryAfter: string | undefined;
  /** How many requests fail before all is well. */
  readonly times: number | undefined;
  /** What tells those that are counted from those of others. */
  readonly key: string;
}

/** An hour: whoever waits longer waits for `failure=timeout`. */
const longestDelay = 3600;

/** What preferences mean, or why they mean nothing. */
export function askedBy({
  preferences,
  misspelt,
}: Pick<Taken, "preferences" | "misspelt">): Asked | { readonly wrong: string } {
  const { error, code, example, failure, delay, times } = preferences;
  const retryAfter = preferences["retry-after"];
  const fault = misspelt ?? faultIn(preferences);
  if (fault !== undefined) return { wrong: fault };
  return {
    error,
    status: code === undefined ? undefined : Number(code),
    example,
    failure: failure as FailureKind | undefined,
    delay: Number(delay ?? 0),
    retryAfter,
    times: times === undefined ? undefined : Number(times),
    key: JSON.stringify([error, code, example, failure, retryAfter, times, preferences.run]),
  };
}

/** What each of them may be. */
const forms: Readonly<Partial<Record<PreferenceName, readonly [form: RegExp, said: string]>>> = {
  error: [/./, "a code, or the name of a status-only error: `error=http_503`"],
  code: [/^[2-5]\d\d$/, "a status: `code=404`"],
  delay: [/^\d{1,4}(?:\.\d{1,3})?$/, `seconds, ${longestDelay} at the most: \`delay=1.5\``],
  "retry-after": [/^\d{1,9}$/, "whole seconds: `retry-after=2`"],
  times: [/^\d{1,6}$/, "how many requests fail: `times=2`"],
};

function faultIn(preferences: Preferences): string | undefined {
  for (const [name, value] of Object.entries(preferences)) {
    const [form, said = ""] = forms[name as PreferenceName] ?? [];
    const isTooLong = name === "delay" && Number(value) > longestDelay;
    if ((form && !form.test(value)) || isTooLong) return `\`${name}=${shown(value)}\` is ${said}`;
  }
  const { failure, error, code, example, times } = preferences;
  if (failure !== undefined && !isFailureKind(failure)) {
    const kinds = Object.keys(failureKinds);
    const near = suggest(failure, kinds);
    const meant = near === undefined ? "" : ` It may be \`${near}\`.`;
    return `there is no failure \`${shown(failure)}\`: there are ${kinds.join(", ")}.${meant}`;
  }
  if (times !== undefined && [failure, error, code, example].every((each) => each === undefined))
    return "`times` says how often something fails: say what with `error`, `code` or `failure`";
  return undefined;
}

function shown(text: string): string {
  return printable(text.slice(0, 80));
}

/** Whether anything is asked for beside how long it takes. */
export function isNothing({ error, status, example, failure, retryAfter }: Asked): boolean {
  return [error, status, example, failure, retryAfter].every((each) => each === undefined);
}

/** `error=order_gone, times=2`: what an answer says that it was made by (RFC 7240, 3). */
export function appliedText(preferences: Preferences): string {
  return preferenceNames
    .flatMap((name) => {
      const value = preferences[name];
      if (value === undefined) return [];
      if (/^[\w!#$%&'*+.^`|~-]+$/.test(value)) return `${name}=${value}`;
      return /^[ -~]*$/.test(value) ? `${name}="${value.replace(/["\\]/g, "\\$&")}"` : name;
    })
    .join(", ");
}
