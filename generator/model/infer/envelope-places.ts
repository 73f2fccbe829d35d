import type { Envelope } from "../../runtime/contract.js";
import { itemNames, plainName } from "../../runtime/field-names.js";
import { isOfSuccess } from "../document/error-members.js";
import { isIdentifier } from "./code-value.js";
import { isDelay } from "./delay-name.js";
import { mayListFields, wordOf } from "./field-lists.js";
import { fieldsPlace, listOfCode } from "./fields-place.js";
import { isRequestId } from "./id-name.js";
import { messagePlace } from "./message-place.js";
import type { Place } from "./places.js";
import type { Shape } from "./shape.js";

/** Names of members made for details, the most telling first. */
const details = "details data meta metadata context params parameters extra extensions info additionalinfo".split(" ");

/** The pointers of an envelope whose code stands at a place, or of one without a code. */
export function envelopeOf({ places, samplesAt }: Shape, code: Place | undefined): Envelope {
  const isShown = (place: Place) =>
    samplesAt(place).some(({ value, status }) => status !== undefined && typeof value !== "object" && value !== "");
  const message = messagePlace(places, code, isShown);
  const isFree = ({ pointer, path }: Place) => pointer !== code?.pointer && !path.includes("*");
  const holders = [code, message].flatMap((place) => (place ? holderOf(place.pointer) : []));
  const isOwnId = (place: Place) => holders.includes(holderOf(place.pointer)) && isOfOccurrence(place, samplesAt);
  const requestId =
    named(places, isRequestId, ["string", "integer"], code).find(isFree) ??
    places.find((one) => isFree(one) && isOwnId(one));
  const [delay] = named(places, isDelay, ["integer", "number", "string"], code);
  const held = [code, message, requestId].flatMap((place) => place?.pointer ?? []);
  const taken = [...held, ...(delay ? [delay.pointer] : [])];
  const aside = code ?? message;
  const fields = fieldsPlace(places) ?? listOfCode(code, places) ?? textOrFields(message);
  // A body that is nothing but field errors: all of a list, whose items may say more, and of a map nothing is left.
  const isOfFields = code === undefined && fields === "";
  const whole = places.some(({ path }) => path[0] === "*") ? "" : undefined;
  return {
    ...(code ? { code: code.pointer } : {}),
    ...(message ? { message: message.pointer } : {}),
    ...pointerOf("details", isOfFields ? whole : aside && detailsPointer(places, aside, taken, held)),
    ...pointerOf("requestId", requestId?.pointer),
    ...pointerOf("delay", delay?.pointer),
    ...pointerOf("fields", fields),
    ...pointerOf("field", fieldPlace(places, message, held)?.pointer),
  };
}

/** An `id` of this error, and of no thing: its description says so, or it is one of those that nobody gives by hand. */
function isOfOccurrence(place: Place, samplesAt: Shape["samplesAt"]): boolean {
  const { path, types, format, isOccurrence } = place;
  if (!types.includes("string") || !/^(?:id|uuid|guid|identifier|reference)$/i.test(path.at(-1) ?? "")) return false;
  if (isOccurrence || format === "uuid") return true;
  // An example of an answer may as well show a thing, and its id.
  const samples = samplesAt(place);
  return samples.length > 0 && samples.every(({ value, status }) => status === undefined && isIdentifier(value));
}

/** `errors: {}`, of which nothing is said: what is a text in one answer is a list of field errors in the next. */
function textOrFields(message: Place | undefined): string | undefined {
  if (message === undefined || message.path.includes("*")) return undefined;
  const mayBe = message.isUnsaid || (message.types.length === 0 && mayListFields(message.path.at(-1)));
  return mayBe ? message.pointer : undefined;
}

// `path` is more often that of the request, and a `location` the part of it.
const namesField = itemNames.paths.filter(
  (name) => ![...itemNames.weak, "path", "loc"].includes(name) && !name.includes("."),
);

/** What names the one field that an error is about: `param` beside the message, as a payment API says which of a card's. */
function fieldPlace(places: readonly Place[], message: Place | undefined, held: readonly string[]): Place | undefined {
  if (message === undefined || message.path.some((token) => token === "*" || token === "{}")) return undefined;
  const beside = places.filter(
    ({ pointer, types }) =>
      holderOf(pointer) === holderOf(message.pointer) && types.includes("string") && !held.includes(pointer),
  );
  const rank = ({ path }: Place) => namesField.indexOf(plainName(path.at(-1) ?? "") ?? "");
  return beside.filter((place) => rank(place) !== -1).sort((a, b) => rank(a) - rank(b))[0];
}

function pointerOf(part: keyof Envelope, pointer: string | undefined): Envelope {
  return pointer === undefined ? {} : { [part]: pointer };
}

/** Places with such a name and type, those nearest to the code first. A time is neither a delay nor an id. */
function named(
  places: readonly Place[],
  isNamed: (name: string) => boolean,
  types: readonly string[],
  code: Place | undefined,
): Place[] {
  const own = holderOf(code?.pointer ?? "/");
  return places
    .filter(({ path, format }) => !path.includes("{}") && isNamed(path.at(-1) ?? "") && !/date|time/.test(format ?? ""))
    .filter((place) => place.types.some((type) => types.includes(type)))
    .sort((a, b) => Number(holderOf(a.pointer) !== own) - Number(holderOf(b.pointer) !== own));
}

/**
 * A member made for details; else the list that the code stands in, else the object that it stands in, else what is around
 * that. What is held is left out of the details, and what else is taken is not.
 */
function detailsPointer(
  places: readonly Place[],
  code: Place,
  taken: readonly string[],
  held: readonly string[],
): string | undefined {
  const star = code.path.findIndex((token) => token === "*" || token === "{}");
  if (star > 0)
    return code.pointer
      .split("/")
      .slice(0, star + 1)
      .join("/");
  const holder = holderOf(code.pointer);
  const rank = ({ path }: Place) => details.indexOf(wordOf(path.at(-1)));
  const [made] = places
    .filter(
      (place) =>
        rank(place) !== -1 &&
        holderOf(place.pointer) === holder &&
        !isOneOfParts(place, places, taken) &&
        !taken.includes(place.pointer) &&
        place.types.some((type) => type === "object" || type === "array"),
    )
    .sort((a, b) => rank(a) - rank(b));
  if (made) return made.pointer;
  const others = places.filter(({ pointer }) => holderOf(pointer) === holder && !taken.includes(pointer));
  // Of a list, only a part is taken.
  const between = others.some(({ pointer }) =>
    held.some((other) => other.startsWith(`${pointer}/`) && !/\/(?:\*|\{\})(?:\/|$)/.test(other.slice(pointer.length))),
  );
  if (others.length > 0) return between ? undefined : holder;
  return listsBeside(places, holder) ? holderOf(holder) : undefined;
}

/** `{ "code", "flows": [], "params": {} }`: parameters of what stands beside them, as much as of the error. */
function isOneOfParts({ pointer, path }: Place, places: readonly Place[], taken: readonly string[]): boolean {
  if (!/^param(?:eter)?s$/.test(wordOf(path.at(-1)))) return false;
  return places.some(
    (other) =>
      other.pointer !== pointer &&
      holderOf(other.pointer) === holderOf(pointer) &&
      !taken.includes(other.pointer) &&
      !details.includes(wordOf(other.path.at(-1))) &&
      !mayListFields(other.path.at(-1)) &&
      other.types.some((type) => type === "object" || type === "array"),
  );
}

/** `{ "error": { "code", "message" }, "failed": [] }`: where the error says no more itself, lists beside it do. */
function listsBeside(places: readonly Place[], holder: string): boolean {
  return places.some(
    ({ path, pointer, types }) =>
      holder !== "" &&
      pointer !== holder &&
      holderOf(pointer) === holderOf(holder) &&
      types.join() === "array" &&
      !isOfSuccess(path.at(-1) ?? "") &&
      !mayListFields(path.at(-1)),
  );
}

function holderOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}
