import type { Place } from "./places.js";

/**
 * Names of members that hold a code, without case and joints, the most telling first. Beside a number for the error, a
 * number that is only called `code` is the status.
 */
const telling = [
  "errorcode",
  "errcode",
  "ecode",
  "errno",
  "code",
  "internalcode",
  "issue",
  "cause",
  "scimtype",
  "…errorcode",
];
const ofKinds = ["reasoncode", "faultcode", "exceptioncode", "failurecode", "problemcode", "messagecode"];
const ofAnswers = ["resultcode", "responsecode", "returncode"];
const ofAny = ["typename", "reason", "type", "kind", "apierror", "error", "key", "name", "id"];
const others = ["tag", ...ofKinds, "errortype", ...ofAnswers, ...ofAny];
const last = [
  ...["errornumber", "errorid", "errorname", "errorkey", "errorkind", "errorclass", "errorcategory"],
  ...["category", "classification", "statuscode", "status"],
];
const ranks = new Map([...telling, ...others, ...last].map((name, rank) => [name, rank]));
const enough = new Set([...telling, "tag", "errortype", "errornumber"]);

/** Members with such names hold errors, or are one. */
const ofErrors = /err|fault|fail|exception|problem|violation/i;
const ofFields = /param|field|propert|argument|input/i;

/** `type`, `name`, `key`: of anything, and so of a code only where the rest says so. */
const ofAnything = new Set([
  "reason",
  "type",
  "kind",
  "typename",
  "name",
  "id",
  "key",
  "category",
  "classification",
  "statuscode",
  "status",
]);

/** How telling the name of a place is, less is more; undefined for a name that never holds a code. */
export function nameRank(place: Place): number | undefined {
  return ranks.get(wordOf(place)) ?? (place.discriminates || place.isTag ? ranks.size : undefined);
}

/** Whether codes are called so. */
export function isCalledSo(place: Place): boolean {
  return ranks.has(wordOf(place)) || place.discriminates;
}

/** Names that say of themselves that a code stands there. */
export function isTelling(place: Place): boolean {
  return telling.includes(wordOf(place));
}

/** `cause`, `issue`: a name, or a text that says what it came from; which of both, only values show. */
export function mayExplain(place: Place): boolean {
  return ["cause", "issue"].includes(wordOf(place));
}

/** Whether the name is enough, whatever the examples show. */
export function isEnough(place: Place): boolean {
  return enough.has(wordOf(place));
}

export function isOfAnything(place: Place): boolean {
  return ofAnything.has(wordOf(place));
}

/** Whether the object around is one for errors by its name. */
export function isInError({ path }: Place): boolean {
  return ofErrors.test(holderOf(path));
}

/** `NotFoundError`. */
export function isNamedError(value: unknown): boolean {
  return typeof value === "string" && ofErrors.test(value);
}

/** `/invalid_params/0/name` is the name of what is invalid. */
export function namesField(place: Place): boolean {
  return ["name", "id"].includes(wordOf(place)) && ofFields.test(holderOf(place.path));
}

const inputs = new Set(
  "field fieldname in loc location param parameter path pointer property propertyname propertypath".split(" "),
);

/** Whether a place says which input is meant. */
export function namesInput(place: Place): boolean {
  return isOfInput(place) || wordOf(place) === "name";
}

/** The same by a name that nothing but an input has. */
export function isOfInput(place: Place): boolean {
  return inputs.has(wordOf(place));
}

/** Whether a place holds what was sent as that input: only a validator says that. */
export function isRejected(place: Place): boolean {
  return /^(?:rejected|attempted|invalid)value$/.test(wordOf(place));
}

/** The same, or what was sent under a name that others have too. */
export function isSent(place: Place): boolean {
  return isRejected(place) || wordOf(place) === "value";
}

/** The name itself; one name stands for all that end in `ErrorCode`. An item of `error_codes` is one of them. */
export function wordOf({ path }: Place): string {
  const [last = "", holder = ""] = path.toReversed();
  const own = last === "*" && /codes$/i.test(holder) ? holder.slice(0, -1) : last;
  const name = own.replace(/[._-]/g, "").toLowerCase();
  return !ranks.has(name) && name.endsWith("errorcode") ? "…errorcode" : name;
}

function holderOf(path: readonly string[]): string {
  return path.slice(0, -1).findLast((token) => token !== "*" && token !== "{}") ?? "";
}
