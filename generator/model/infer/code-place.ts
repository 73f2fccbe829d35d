import { reasonPhrase } from "../definitions/statuses.js";
import {
  isCalledSo,
  isEnough,
  isInError,
  isNamedError,
  isOfAnything,
  isOfInput,
  isRejected,
  isSent,
  isTelling,
  mayExplain,
  nameRank,
  namesField,
  namesInput,
  wordOf,
} from "./code-name.js";
import {
  hasWords,
  isConstantName,
  isOwnName,
  isPhrase,
  isSentence,
  looksLikeCode,
  repeatsStatus as repeats,
  tellsErrorsApart,
} from "./code-value.js";
import { standsBesideError } from "./field-lists.js";
import { isText } from "./message-place.js";
import { isOfCoding, isOfDeepList, type Place } from "./places.js";
import { onlyRepeatsStatus, quotesStatus, repeatsStatus } from "./quoted-status.js";
import type { Sample, Shape } from "./shape.js";

/**
 * The places that can hold the code of an error, the likeliest first. Where other bodies of the document list names in a
 * place, a text for people among the names that examples show there is a slip.
 */
export function codePlaces(shape: Shape, listed: ReadonlySet<string> = new Set()): Place[] {
  const found = shape.places.filter((place) => isCandidate(place, shape, listed.has(place.pointer)));
  const hasWhole = found.some((place) => listsAround(place) === 0 && (isTelling(place) || isProblemType(place, shape)));
  const ranked = found
    .map((place) => ({ place, rank: [hasWhole && isOfOneInput(place, shape) ? 1 : 0, ...rankOf(place, shape)] }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ place }) => place);
  return withoutQuotedStatus(ranked, shape);
}

/** `{ "code": "404", "status": "NOT_FOUND" }` under 404: what stands beside the status in quotes tells more. */
function withoutQuotedStatus(ranked: Place[], shape: Shape): Place[] {
  const [first] = ranked;
  if (first === undefined || !quotesStatus(first, shape)) return ranked;
  const beside = besides(first, shape);
  const better = ranked.find((place) => beside.includes(place));
  return better ? [better, ...ranked.filter((place) => place !== better)] : ranked;
}

/** The type of problem details (RFC 9457): beside a title, and not shown to be `about:blank` alone. */
function isProblemType(place: Place, shape: Shape): boolean {
  const samples = shape.samplesAt(place);
  const isAlone = place.path.length === 1 && besides(place, shape).some(({ path }) => path[0] === "title");
  const tells = samples.length === 0 || samples.some(({ value }) => looksLikeCode(value));
  return wordOf(place) === "type" && isAlone && tells;
}

/** `{ code, errors: [{ code, field }] }`: beside a code of the whole, what is wrong with one of several inputs is none. */
function isOfOneInput(place: Place, shape: Shape): boolean {
  if (listsAround(place) === 0 || place.literals.length > 0 || !isTelling(place)) return false;
  return besides(place, shape).some(isOfInput);
}

/** The same in the light of other bodies: where these list names in a place, a number that nobody lists is no code there. */
export function withNames(places: readonly Place[], listed: ReadonlySet<string>): readonly Place[] {
  const [first] = places;
  if (first === undefined || first.literals.length > 0 || !isNumber(first)) return places;
  const named = places.filter((place) => listed.has(place.pointer) && !isNumber(place));
  return [...named, ...places.filter((place) => !named.includes(place))];
}

/** The places where these bodies list the names of their errors. */
export function listsNames([first]: readonly Place[]): boolean {
  return first !== undefined && first.literals.length > 0 && !isNumber(first);
}

function isNumber({ types }: Place): boolean {
  return types.length > 0 && !types.includes("string");
}

function isCandidate(place: Place, shape: Shape, isListed: boolean): boolean {
  if (place.path.length === 0) return listsCodes(place, shape) && !shape.isAnyAnswer();
  if (standsBesideError(place.path) || isOfDeepList(place)) return false;
  // Most are neither, and what their samples are is looked up in all of the schema.
  if (nameRank(place) === undefined && !isText(place)) return false;
  const samples = shape.samplesAt(place);
  if (nameRank(place) === undefined && !showsNames(place, samples)) return false;
  if (!isScalar(place) || namesField(place)) return false;
  // What is told apart are errors, unless it is what the operation answers on success too.
  if (place.isTag) return !shape.isAnyAnswer();
  if (place.isStatus && place.literals.length === 0 && samples.every((sample) => repeatsStatus(sample, shape.statuses)))
    return false;
  if (onlyRepeatsStatus(place, samples, shape) || isOfInvalidInput(place, shape)) return false;
  const isOfError = isInError(place) || besides(place, shape).some(saysError);
  if (isOfAnything(place) && !isOfError && (shape.isAnyAnswer() || !isBesideText(place, shape))) return false;
  if (wordOf(place) === "reason" && explainsError(place, samples, shape)) return false;
  if (wordOf(place) === "key") return isKeyOfError(place, samples, shape);
  if (["status", "statuscode", "category"].includes(wordOf(place)))
    return holdsConstantNames(place, samples) || listsNumbers(place) || namesNumber(place, samples, shape);
  if (place.literals.length > 0) return place.literals.some(tellsErrorsApart) && !mostlySentences(place.literals);
  const showsCode = samples.some(({ value }) => looksLikeCode(value) && !isOwnName(value, place.path.at(-1) ?? ""));
  if (isForPeople(place, samples) && !(isListed && showsCode)) return false;
  if (place.format !== undefined && /uuid|date|time|email|ip/.test(place.format)) return false;
  if (wordOf(place) === "errorid") return place.types.includes("integer");
  if (isEnough(place)) return true;
  if (wordOf(place) === "kind") return showsCode;
  if (wordOf(place) === "id") return showsCode && !place.types.includes("integer");
  return showsCode || besides(place, shape).some(isText);
}

/** `"NOT_FOUND"`, the body as a whole: what no name tells of lists codes where it says more than that there is an error. */
function listsCodes({ literals }: Place, { statuses }: Shape): boolean {
  const ofStatus = (value: unknown) =>
    isPhrase(value) || /^[1-5]\d\d$/.test(String(value)) || [...statuses].some((key) => repeats(String(value), key));
  return literals.some((value) => tellsErrorsApart(value) && !ofStatus(value)) && !mostlySentences(literals);
}

/** `{ "detail": "LOGIN_FAILED" }`, `{ "errors": ["LOGIN_FAILED"] }`: in the place of a text, names that no person is shown. */
function showsNames(place: Place, samples: readonly Sample[]): boolean {
  const shown = [...place.literals, ...samples.map(({ value }) => value)];
  const values = new Set(shown.filter((value) => typeof value === "string"));
  const areNames = values.size > 0 && [...values].every(isConstantName);
  return isText(place) && areNames && (values.size > 1 || [...values].every((value) => value.includes("_")));
}

/**
 * `{ loc, msg, type }`: what is wrong with one input of several is no code of the error, unless the document lists it; and
 * not even then where what was sent stands beside it, as `{ type: "field", path, value, msg }` of express-validator.
 */
function isOfInvalidInput(place: Place, shape: Shape): boolean {
  if (!place.path.includes("*")) return false;
  const others = besides(place, shape);
  if (isOfDomain(place, others)) return false;
  const texts = others.filter(isText);
  // `{ name, reason }`, as RFC 9457 shows it: unless it is shown to be an error's, the name is the input's.
  const isReasoned = texts.length > 0 && texts.every((text) => wordOf(text) === "reason");
  if (wordOf(place) === "name" && place.literals.length === 0 && isReasoned)
    return !shape.samplesAt(place).some(({ value }) => isNamedError(value));
  const isOfRule = (isOfAnything(place) && wordOf(place) !== "key") || wordOf(place) === "tag";
  if (place.literals.length > 0) return isOfRule && others.some(isOfInput) && others.some(isSent);
  return (isOfRule || others.some(isRejected)) && others.some(namesInput);
}

/** `{ domain, reason, message, location }`, as Google has it: a reason within a domain is the error's (google.rpc.ErrorInfo). */
function isOfDomain(place: Place, others: readonly Place[]): boolean {
  return wordOf(place) === "reason" && others.some((other) => wordOf(other) === "domain");
}

/** `type: Error`, whatever stands beside it. */
function saysError({ literals }: Place): boolean {
  return literals.length === 1 && literals[0] === "Error";
}

/** `{ "error": "not_found", "reason": "missing" }`: where no more is said than this, the error is named and explained. */
function explainsError(place: Place, samples: readonly Sample[], shape: Shape): boolean {
  const others = besides(place, shape).filter((other) => isText(other) || isTelling(other));
  const namesError = ({ value, status = "" }: Sample) =>
    looksLikeCode(value) && String(value).toLowerCase() !== reasonPhrase(status).toLowerCase();
  return (
    place.literals.length === 0 &&
    !samples.some(({ value }) => isConstantName(value)) &&
    others.length > 0 &&
    others.every((other) => wordOf(other) === "error" && shape.samplesAt(other).every(namesError))
  );
}

/**
 * Of an error, a key alone may as well be the field's: it is the error's where the field has a name beside it, or where it
 * lists constants.
 */
function isKeyOfError(place: Place, samples: readonly Sample[], shape: Shape): boolean {
  const others = besides(place, shape);
  if (place.literals.length > 1 && place.literals.every(isConstantName)) return others.some(isText);
  return isInError(place) && !isForPeople(place, samples) && others.some(namesInput);
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
  const all = samples.filter(({ value }) => typeof value === "string");
  // `Not Found` in one answer and `MAIL_TAKEN` in the next, as frameworks fill a member in where nobody did.
  const named = all.filter(({ value }) => !isPhrase(value));
  const texts = named.some(({ value }) => isConstantName(value)) ? named : all;
  const inWords = texts.filter(({ value }) => hasWords(value));
  return inWords.length > 0 && (isText(place) || inWords.length === texts.length);
}

/** `NOT_FOUND`, as gRPC's canonical codes: what else a `status` says is `error`, or the status once more. */
function holdsConstantNames({ literals }: Place, samples: readonly Sample[]): boolean {
  const values = literals.length > 0 ? literals : samples.map(({ value }) => value);
  return values.length > 0 && values.every(isConstantName);
}

/** `2001`, as OCPI answers: a number beyond those of HTTP. */
function listsNumbers({ literals }: Place): boolean {
  return literals.length > 0 && literals.every((value) => Number.isInteger(value) && (value as number) >= 1000);
}

/** `{ "error": { "code": 404, "status": "NOT_FOUND" } }`, as Google's APIs answer: beside a number, the name of the error. */
function namesNumber(place: Place, samples: readonly Sample[], shape: Shape): boolean {
  const isUnsaid = samples.length === 0 && place.literals.length === 0;
  return (
    isUnsaid &&
    isInError(place) &&
    wordOf(place) === "status" &&
    place.types.join() === "string" &&
    isBesideNumber(place, shape)
  );
}

function isBesideNumber(place: Place, shape: Shape): boolean {
  return besides(place, shape).some(
    (other) => wordOf(other) === "code" && isNumber(other) && other.literals.length === 0,
  );
}

/** The members beside a place, in the same object. */
function besides({ path }: Place, { places }: Shape): Place[] {
  const own = path.slice(0, -1).join("/");
  return places.filter((other) => other.path.slice(0, -1).join("/") === own && other.path !== path);
}

/** Less is better, one after the other. */
function rankOf(place: Place, shape: Shape): (number | string)[] {
  const constraint = constraintOf(place, shape);
  const isNamed =
    (isTelling(place) && !(mayExplain(place) && constraint === 2)) ||
    listsTypes(place) ||
    namesNumber(place, shape.samplesAt(place), shape);
  const lists = listsAround(place);
  // What stands in a list may be of a part, and tells less than a code of the whole.
  const isSure = constraint === 0 || !(isNumber(place) || (lists > 0 && constraint === 2));
  const kindOf = () => {
    // By a name that no code has, alternatives are told apart where nothing else does.
    if (place.isTag && !isCalledSo(place)) return 4;
    // What goes away tells less than anything that stays and lists its values.
    if (place.isDeprecated) return 2;
    if (isNamed && isSure) return 0;
    if (constraint < 2 || (isNamed && !isNumber(place))) return 1;
    return isNamed ? 2 : 3;
  };
  // What tells the alternatives of a body apart tells their errors apart, whatever else one of them lists.
  const apart = (place.discriminates || place.isTag) && place.literals.length > 0 ? 0 : 1;
  return [
    kindOf(),
    constraint,
    isOfCoding(place) && constraint < 2 ? 0 : lists,
    apart,
    nameRank(place) ?? Number.POSITIVE_INFINITY,
    place.path.length,
    place.pointer,
  ];
}

function listsAround({ path }: Place): number {
  return path.filter((token) => token === "*" || token === "{}").length;
}

/** A problem type that is listed is the code, whatever else stands beside it (RFC 9457, section 3.1.1). */
function listsTypes(place: Place): boolean {
  return wordOf(place) === "type" && place.literals.some((value) => /^(?:[a-z][a-z+.-]*:|\/)/i.test(String(value)));
}

/** 0: a list in the schema; 1: examples that look like codes; 2: neither. */
function constraintOf(place: Place, shape: Shape): number {
  if (place.literals.length > 0) return 0;
  return shape.samplesAt(place).some(({ value }) => looksLikeCode(value)) ? 1 : 2;
}

function isScalar({ types }: Place): boolean {
  return types.length === 0 || types.includes("string") || types.includes("integer") || types.includes("number");
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
