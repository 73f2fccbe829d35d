import { reasonPhrase } from "../definitions/statuses.js";
import {
  isEnough,
  isInError,
  isNamedError,
  isOfAnything,
  isTelling,
  nameRank,
  namesField,
  namesInput,
  wordOf,
} from "./code-name.js";
import { hasWords, isConstantName, isErrorStatus, isSentence, looksLikeCode, tellsErrorsApart } from "./code-value.js";
import { isText } from "./message-place.js";
import type { Place } from "./places.js";

/** Places of one shape of body, with what its examples show at each, and the statuses it comes with. */
export interface Shape {
  readonly places: readonly Place[];
  readonly samplesAt: (place: Place) => readonly Sample[];
  readonly statuses: ReadonlySet<string>;
  /** Whether it stands only for what an operation answers on success too, so that it is no error in particular. */
  readonly isAnyAnswer: boolean;
}

/** A value in an example, and the status of its answer where the example is one of an answer. */
export interface Sample {
  readonly value: unknown;
  readonly status: string | undefined;
}

/** The places that can hold the code of an error, the likeliest first. */
export function codePlaces(shape: Shape): Place[] {
  return shape.places
    .filter((place) => isCandidate(place, shape))
    .map((place) => ({ place, rank: rankOf(place, shape) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ place }) => place);
}

function isCandidate(place: Place, shape: Shape): boolean {
  if (nameRank(place) === undefined || !isScalar(place) || namesField(place)) return false;
  const samples = shape.samplesAt(place);
  if (onlyRepeatsStatus(place, samples, shape)) return false;
  if (isOfAnything(place) && !isInError(place) && (shape.isAnyAnswer || !isBesideText(place, shape))) return false;
  if (wordOf(place) === "key") return isKeyOfError(place, samples, shape);
  if (["status", "category"].includes(wordOf(place))) return holdsConstantNames(place, samples);
  if (place.literals.length > 0) return place.literals.some(tellsErrorsApart) && !mostlySentences(place.literals);
  if (isForPeople(place, samples)) return false;
  if (place.format !== undefined && /uuid|date|time|email|ip/.test(place.format)) return false;
  if (wordOf(place) === "errorid") return place.types.includes("integer");
  if (isEnough(place)) return true;
  const shown = samples.some(({ value }) => looksLikeCode(value));
  if (wordOf(place) === "id") return shown && !place.types.includes("integer");
  return shown || besides(place, shape).some(isText);
}

/** Of an error, a key alone may as well be the field's: it is the error's where the field has a name beside it. */
function isKeyOfError(place: Place, samples: readonly Sample[], shape: Shape): boolean {
  return isInError(place) && !isForPeople(place, samples) && besides(place, shape).some(namesInput);
}

/** `{type, message}` is an error; `{type, size}` is one only below a member, or with a value, that is called so. */
function isBesideText(place: Place, shape: Shape): boolean {
  return besides(place, shape).some(isText) || place.literals.some(isNamedError);
}

function mostlySentences(values: readonly unknown[]): boolean {
  return values.filter(isSentence).length * 2 > values.length;
}

/** Words in a member that may hold a text for people; of a code, an example in words is only a slip. */
function isForPeople(place: Place, samples: readonly Sample[]): boolean {
  const texts = samples.filter(({ value }) => typeof value === "string");
  const inWords = texts.filter(({ value }) => hasWords(value));
  return inWords.length > 0 && (isText(place) || inWords.length === texts.length);
}

/** `NOT_FOUND`, as gRPC's canonical codes: what else a `status` says is `error`, or the status once more. */
function holdsConstantNames({ literals }: Place, samples: readonly Sample[]): boolean {
  const values = literals.length > 0 ? literals : samples.map(({ value }) => value);
  return values.length > 0 && values.every(isConstantName);
}

/** The members beside a place, in the same object. */
function besides({ path }: Place, { places }: Shape): Place[] {
  const own = path.slice(0, -1).join("/");
  return places.filter((other) => other.path.slice(0, -1).join("/") === own && other.path !== path);
}

/** Less is better, one after the other. */
function rankOf(place: Place, shape: Shape): (number | string)[] {
  const constraint = constraintOf(place, shape);
  const named = isTelling(place);
  const lists = place.path.filter((token) => token === "*" || token === "{}").length;
  const isNumber = !place.types.includes("string") && place.types.length > 0;
  // What stands in a list may be of a part, and tells less than a code of the whole.
  const isSure = constraint === 0 || !(isNumber || (lists > 0 && constraint === 2));
  const kind = named && isSure ? 0 : constraint < 2 || (named && !isNumber) ? 1 : named ? 2 : 3;
  return [kind, constraint, lists, nameRank(place) ?? 0, place.path.length, place.pointer];
}

/** 0: a list in the schema; 1: examples that look like codes; 2: neither. */
function constraintOf(place: Place, shape: Shape): number {
  if (place.literals.length > 0) return 0;
  return shape.samplesAt(place).some(({ value }) => looksLikeCode(value)) ? 1 : 2;
}

/** A number, or a phrase, that says no more than the status line does. */
function onlyRepeatsStatus(place: Place, samples: readonly Sample[], { statuses }: Shape): boolean {
  const known = place.literals.length > 0 ? place.literals.map((value) => ({ value, status: undefined })) : samples;
  return known.length > 0 && known.every((sample) => repeatsStatus(sample, statuses));
}

function repeatsStatus({ value, status }: Sample, statuses: ReadonlySet<string>): boolean {
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

function isScalar({ types }: Place): boolean {
  return types.length === 0 || types.includes("string") || types.includes("integer") || types.includes("number");
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
