import { reasonPhrase } from "../definitions/statuses.js";
import { isErrorStatus } from "./code-value.js";
import type { Place } from "./places.js";
import type { Sample, Shape } from "./shape.js";

/** `{ "code": "404" }` under 404, wherever it is shown. */
export function quotesStatus(place: Place, shape: Shape): boolean {
  const samples = place.literals.length > 0 ? [] : shape.samplesAt(place);
  return samples.length > 0 && samples.every(({ value, status }) => isOneOf(value, status ? [status] : shape.statuses));
}

function isOneOf(value: unknown, statuses: Iterable<string>): boolean {
  return typeof value === "string" && [...statuses].includes(value);
}

/** A number, or a phrase, that says no more than the status line does. */
export function onlyRepeatsStatus(place: Place, samples: readonly Sample[], { statuses }: Shape): boolean {
  const known = place.literals.length > 0 ? place.literals.map((value) => ({ value, status: undefined })) : samples;
  return known.length > 0 && known.every((sample) => repeatsStatus(sample, statuses));
}

export function repeatsStatus({ value, status }: Sample, statuses: ReadonlySet<string>): boolean {
  // Of any of its answers: those of different statuses may share an example.
  const own = [...statuses];
  if (typeof value === "number")
    return own.some((key) => coversNumber(key, value)) || (status === undefined && isErrorStatus(value));
  return typeof value === "string" && value === value.trim() && own.some((key) => reasonPhrase(key) === value);
}

/** Whether a status key stands for a number; a number under `default` that is an error's status repeats that. */
function coversNumber(key: string, value: number): boolean {
  if (key === "default") return value >= 400 && value < 600;
  return key === String(value) || (key.endsWith("XX") && key[0] === String(value)[0] && value < 600 && value >= 400);
}
