import { reasonPhrase } from "../statuses.js";
import { isText } from "./message-place.js";
import type { Place } from "./places.js";

/** Places of one shape of body, with what its examples show at each, and the statuses it comes with. */
export interface Shape {
  readonly places: readonly Place[];
  readonly samplesAt: (place: Place) => readonly Sample[];
  readonly statuses: ReadonlySet<string>;
}

/** A value in an example, and the status of its answer where the example is one of an answer. */
export interface Sample {
  readonly value: unknown;
  readonly status: string | undefined;
}

/** Names of members that hold a code, without case and joints, the most telling first. */
const names = [
  ["errorcode", "errcode", "code", "issue", "cause"],
  ["tag", "errortype", "reason", "type", "error", "name", "id", "errornumber", "errorname", "errorkey"],
];
const ranks = new Map(names.flat().map((name, rank) => [name, rank]));
const telling = new Set(names[0]);

/** Values that say that there is an error, not which one. */
const empty = new Set(["error", "errors", "fail", "failed", "failure", "exception", "fault", "list", "object", "true"]);

/** The places that can hold the code of an error, the likeliest first. */
export function codePlaces(shape: Shape): Place[] {
  return shape.places
    .filter((place) => isCandidate(place, shape))
    .map((place) => ({ place, rank: rankOf(place, shape) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ place }) => place);
}

function isCandidate(place: Place, shape: Shape): boolean {
  const name = nameOf(place);
  if (!ranks.has(name) || !isScalar(place)) return false;
  const samples = shape.samplesAt(place);
  if (onlyRepeatsStatus(place, samples, shape)) return false;
  if (place.literals.length > 0) return place.literals.some(tellsErrorsApart);
  if (samples.some(({ value }) => typeof value === "string" && /\s/.test(value.trim()))) return false;
  if (place.format !== undefined && /uuid|date|time|email|ip/.test(place.format)) return false;
  if (telling.has(name) || name === "tag" || name === "errortype" || name === "errornumber") return true;
  const shown = samples.some(looksLikeCode);
  if (name === "id") return shown && !place.types.includes("integer");
  return shown || besides(place, shape).some(isText);
}

/** The members beside a place, in the same object. */
function besides({ path }: Place, { places }: Shape): Place[] {
  const own = path.slice(0, -1).join("/");
  return places.filter((other) => other.path.slice(0, -1).join("/") === own && other.path !== path);
}

/** Less is better, one after the other. */
function rankOf(place: Place, shape: Shape): (number | string)[] {
  const name = nameOf(place);
  const constraint = constraintOf(place, shape);
  const isNumber = !place.types.includes("string") && place.types.length > 0;
  const isTelling = telling.has(name);
  const kind = isTelling && (!isNumber || constraint === 0) ? 0 : constraint < 2 ? 1 : isTelling ? 2 : 3;
  const lists = place.path.filter((token) => token === "*" || token === "{}").length;
  return [kind, constraint, lists, ranks.get(name) ?? 0, place.path.length, place.pointer];
}

/** 0: a list in the schema; 1: examples that look like codes; 2: neither. */
function constraintOf(place: Place, shape: Shape): number {
  if (place.literals.length > 0) return 0;
  return shape.samplesAt(place).some(looksLikeCode) ? 1 : 2;
}

/** A number, or a phrase, that says no more than the status line does. */
function onlyRepeatsStatus(place: Place, samples: readonly Sample[], { statuses }: Shape): boolean {
  const known = place.literals.length > 0 ? place.literals.map((value) => ({ value, status: undefined })) : samples;
  return known.length > 0 && known.every((sample) => repeatsStatus(sample, statuses));
}

function repeatsStatus({ value, status }: Sample, statuses: ReadonlySet<string>): boolean {
  const own = status === undefined ? [...statuses] : [status];
  if (typeof value === "number") return own.some((key) => coversNumber(key, value));
  return typeof value === "string" && value === value.trim() && own.some((key) => reasonPhrase(key) === value);
}

/** Whether a status key stands for a number; a number under `default` that is an error's status repeats that. */
function coversNumber(key: string, value: number): boolean {
  if (key === "default") return value >= 400 && value < 600;
  return key === String(value) || (key.endsWith("XX") && key[0] === String(value)[0] && value < 600 && value >= 400);
}

function tellsErrorsApart(value: unknown): boolean {
  if (typeof value === "number") return true;
  return typeof value === "string" && value !== "" && !empty.has(value.toLowerCase());
}

/** A word, a number as text or a URI, as opposed to a sentence, an id or a blank. */
function looksLikeCode({ value }: Sample): boolean {
  if (typeof value === "number") return Number.isInteger(value);
  if (typeof value !== "string" || value === "about:blank" || !tellsErrorsApart(value)) return false;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{16,}$/i.test(value)) return false;
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.:/#@,*+?=&%-]{0,199}$/u.test(value);
}

function isScalar({ types }: Place): boolean {
  return types.length === 0 || types.includes("string") || types.includes("integer") || types.includes("number");
}

function nameOf({ path }: Place): string {
  return (path.at(-1) ?? "").replace(/[_-]/g, "").toLowerCase();
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
