import { pointerText } from "../../read/source.js";
import { itemNames, plainName } from "../../runtime/field-names.js";
import {
  isOfNoField,
  isOfOneError,
  isTreeOfFields,
  listsNothingElse,
  listsOnlyFields,
  mayListFields,
} from "./field-lists.js";
import { isText as isForPeople, isTextName } from "./message-place.js";
import type { Place } from "./places.js";

type Members = ReadonlyMap<string, Place>;

/** What names the field of an item even where the list is called anything. */
const named = itemNames.paths.filter((name) => !["name", "key", "member", "location"].includes(name));

/** Further items below an item, as in `google.rpc.BadRequest`; its `@type` says that it may be one. */
const around = ["fieldviolations", "violations", "issues", "validationerrors", "fielderrors"];

/**
 * Where field errors stand, in one of the shapes that the parser reads; undefined where no place says so. A list of items
 * tells more than a map, that more than an object of which nothing is said, and a list of texts tells the least.
 */
export function fieldsPlace(places: readonly Place[]): string | undefined {
  if (namesFieldsAlone(places) || isItemList([], places)) return "";
  const ranked = places
    .filter(({ path }) => !path.includes("*") && !path.includes("{}"))
    .flatMap((place) => ({ place, rank: rankOf(place, places) }))
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank!);
  const [first] = ranked;
  // What is of no field stands beside what is of one.
  if (first?.place.path.length === 1 && isOfNoField(first.place.path[0])) return "";
  return first ? aroundForm(first.place, places) : isWholeMap(places) ? "" : failedData(places);
}

/** The list that the code stands in, whatever it is called, where its items name their fields. */
export function listOfCode(code: Place | undefined, places: readonly Place[]): string | undefined {
  const star = code?.path.indexOf("*") ?? -1;
  if (code === undefined || star === -1 || !isItemList(code.path.slice(0, star), places)) return undefined;
  return pointerText(code.path.slice(0, star));
}

/** `{ formErrors, fieldErrors }` are read together. */
function aroundForm({ pointer, path }: Place, places: readonly Place[]): string {
  const holder = pointer.slice(0, pointer.lastIndexOf("/"));
  const isForm = path.at(-1) === "fieldErrors" && places.some((other) => other.pointer === `${holder}/formErrors`);
  return isForm && holder !== "" ? holder : pointer;
}

function rankOf(place: Place, places: readonly Place[]): number | undefined {
  const name = place.path.at(-1);
  const lists = mayListFields(name);
  if (!lists && !isOfOneError(name)) return undefined;
  if (isItemList(place.path, places)) return 0;
  if (places.some(({ path }) => isTreeOfFields(path.at(-1)) && startsWith(path, place.path))) return 1;
  if (place.valueTypes.includes("array") || (lists && place.valueTypes.includes("string"))) return 1;
  if (!lists) return undefined;
  if (listsNothingElse(name) && saysTextEach(place, places)) return 1;
  const [item] = below(place.path, places, ["*"]);
  const [member] = below(place.path, places, ["{}"]);
  const isNested = member?.valueTypes.some((type) => type === "array" || type === "string");
  const mapped =
    place.valueTypes.includes("object") && (isNested || saysText(membersBelow(place.path, places, ["{}"])));
  const ofItem = item?.valueTypes ?? [];
  if (mapped || ofItem.includes("array") || (listsNothingElse(name) && ofItem.join() === "string")) return 1;
  const mayBeMap = listsNothingElse(name) || places.some(saysInvalid);
  if (mayBeMap && place.types.includes("object") && saysMap(place, places)) return 2;
  if (item?.types.includes("string") && name !== "messages") return 3;
  if (isListOfAnything(place, item, places)) return 5;
  return saysTextsAlone(place, places) ? 4 : undefined;
}

/** `details: [{}]`, as those of gRPC, of which no schema says what they hold: some of them may name fields. */
function isListOfAnything({ types }: Place, item: Place | undefined, places: readonly Place[]): boolean {
  const isOpen = item?.types.join() === "object" && item.valueTypes.length === 0;
  return (
    isOpen &&
    types.join() === "array" &&
    !places.some(({ path }) => path.length > item.path.length && startsWith(path, item.path))
  );
}

/**
 * `{ "message": "…", "issues": [{ "message": "…" }] }`: items that are texts for people alone, and no errors of their own.
 * What they are about may come all the same.
 */
function saysTextsAlone({ path }: Place, places: readonly Place[]): boolean {
  const items = places.filter(
    (other) => other.path.length === path.length + 2 && startsWith(other.path, [...path, "*"]),
  );
  const ofWhole = places.filter((place) => !startsWith(place.path, path)).some(isForPeople);
  return ofWhole && items.length > 0 && items.every((item) => isForPeople(item) && isTextName(item.path.at(-1) ?? ""));
}

/** `Validation failed`: of such an error, what else it holds is about fields. */
function saysInvalid({ literals }: Place): boolean {
  return literals.length > 0 && literals.every((text) => typeof text === "string" && /\bvalidat/i.test(text));
}

/** Items that name their field, and say what is wrong with it. */
function isItemList(list: readonly string[], places: readonly Place[]): boolean {
  const members = membersBelow(list, places, ["*"]);
  if (around.some((name) => members.get(name)?.types.includes("array"))) return true;
  if (below(list, places, ["*", "@type"]).length > 0) return true;
  const namesField =
    named.some((name) => members.has(name)) ||
    members.get("source")?.types.includes("object") ||
    members.get("location")?.types.some((type) => type === "array" || type === "string") ||
    (members.has("name") && (members.has("in") || listsOnlyFields(list.at(-1)) || isReasoned(members))) ||
    // A name beside several texts is what they are about: of an error, there is one.
    (["name", "key"].some((name) => members.has(name)) &&
      listsOfTexts.some((name) => isListOfTexts(name, members, places))) ||
    itemNames.several.some((name) => members.get(name)?.types.includes("array"));
  return namesField && (saysText(members) || itemNames.lists.some((name) => members.has(name)));
}

/** `{ "name": "age", "reason": "must be positive" }`, as RFC 9457 has it: of an error with a text of its own, the name is its. */
function isReasoned(members: Members): boolean {
  const texts = [...members.values()].filter(isForPeople);
  return texts.length > 0 && texts.every(({ path }) => path.at(-1) === "reason");
}

const listsOfTexts = ["errors", "messages", "errormessages", "fullmessages"];

function isListOfTexts(name: string, members: Members, places: readonly Place[]): boolean {
  const list = members.get(name);
  return list !== undefined && below(list.path, places, ["*"])[0]?.types.join() === "string";
}

function saysText(members: Members): boolean {
  return itemNames.texts.some((name) => isText(members.get(name)));
}

/** `{ "errorMessages": [], "errors": { "summary": "is required" } }`: beside the texts of the whole, one for each field. */
function saysTextEach({ path, types: own }: Place, places: readonly Place[]): boolean {
  if (own.join() !== "object") return false;
  const members = [...membersBelow(path, places, [])];
  const ofWhole = places.filter((place) => !startsWith(place.path, path)).some(isForPeople);
  return (
    ofWhole &&
    members.length > 0 &&
    members.every(([name, { types }]) => types.join() === "string" && !ofError.has(name))
  );
}

/** What an error says of itself, and of no field. */
const ofError = new Set([
  "code",
  "errorcode",
  "type",
  "status",
  "message",
  "msg",
  "detail",
  "details",
  "reason",
  "error",
]);

/** Every member that is declared is a list of texts; or none is declared. */
function saysMap(place: Place, places: readonly Place[]): boolean {
  const direct = places.filter(
    ({ path, pointer }) => path.length === place.path.length + 1 && pointer.startsWith(`${place.pointer}/`),
  );
  return direct.every(({ types, pointer }) => {
    const [item] = places.filter((other) => other.pointer === `${pointer}/*`);
    return types.includes("array") && (item === undefined || item.types.includes("string"));
  });
}

/**
 * `{ "status": "fail", "data": { "title": "is required" } }`, as JSend says what is wrong with the data of a request; or
 * `{ "data": { "title": { "message": "is required" } } }`.
 */
function failedData(places: readonly Place[]): string | undefined {
  const isFailure = places.some(
    ({ path, literals }) => path.length === 1 && literals.length === 1 && literals[0] === "fail",
  );
  const data = places.find(({ pointer, types }) => pointer === "/data" && types.includes("object"));
  const isMapped = data?.valueTypes.includes("object") && saysText(membersBelow(data.path, places, ["{}"]));
  return isFailure || isMapped ? data?.pointer : undefined;
}

/** `{ "email": ["is taken"] }` as the whole body. Of texts alone, the map may be of anything. */
function isWholeMap(places: readonly Place[]): boolean {
  return places.every(({ path }) => path[0] === "{}") && places.some(isListInMap);
}

/** `{ "email": ["is taken"], "non_field_errors": [] }`: a body whose members are lists of texts, and called as fields are. */
function namesFieldsAlone(places: readonly Place[]): boolean {
  const members = places.filter(({ path }) => path.length === 1);
  const areLists = members.every(({ path, types }) => {
    const [item] = below(path, places, ["*"]);
    return types.join() === "array" && item?.types.join() === "string";
  });
  if (areLists) return members.some(({ path }) => !mayListFields(path[0]) && !isTextName(path[0] ?? ""));
  // Some of the fields may hold further ones: what none of them is alone has a name of its own then.
  const areFields = members.every(({ types }) => types.every((type) => type === "array" || type === "object"));
  return areFields && members.some(({ path, types }) => isOfNoField(path[0]) && types.includes("array"));
}

function isListInMap({ path, types }: Place): boolean {
  return path.length === 1 && types.includes("array");
}

function membersBelow(path: readonly string[], places: readonly Place[], steps: readonly string[]): Members {
  const holder = [...path, ...steps];
  const members = places.filter((other) => other.path.length === holder.length + 1 && startsWith(other.path, holder));
  return new Map(members.flatMap((member) => [[plainName(member.path.at(-1) ?? "") ?? "", member] as const]));
}

function below(path: readonly string[], places: readonly Place[], steps: readonly string[]): Place[] {
  const whole = [...path, ...steps];
  return places.filter((other) => other.path.length === whole.length && startsWith(other.path, whole));
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((token, index) => path[index] === token);
}

function isText(place: Place | undefined): boolean {
  return place !== undefined && (place.types.length === 0 || place.types.includes("string"));
}
