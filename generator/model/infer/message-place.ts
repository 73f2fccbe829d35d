import type { Place } from "./places.js";

/** Names of members that hold a text for people, without case and joints, the most telling first. */
const names = [
  "message",
  "detail",
  "errordescription",
  "errormessage",
  "description",
  "errorsummary",
  "title",
  "msg",
  "errmsg",
  "text",
  "error",
  "err",
  "errortitle",
  "summary",
  "reason",
  "cause",
  "…errormessage",
  "errors",
  "…texts",
];

/** `api-error-msg`: one name stands for all that end so. */
const ofErrors = /.error(?:message|msg|description)$/;

/** `{ "errors": ["It failed"] }`: lists of nothing but texts. */
const ofTexts = /^(?:errors?|errormessages?|messages?|details?|nonfielderrors)$/;

/** Whether a place holds a text for people, by its name. */
export function isText(place: Place): boolean {
  const { types, path } = place;
  return rankOf(place) !== -1 && (types.includes("string") || (types.length === 0 && path.at(-1) !== "*"));
}

/** Where the text for people stands: in the body, or in the object that also holds the code, or in any other. */
export function messagePlace(places: readonly Place[], code: Place | undefined): Place | undefined {
  const inList = code !== undefined && lists(code) > 0;
  const own = code?.path.slice(0, -1).join("/");
  const distance = (place: Place) => {
    const holder = place.path.slice(0, -1).join("/");
    const near = holder === own ? 0 : holder === "" ? 1 : 2;
    // Of a list, only one item is read, so that the text of the whole tells more.
    return inList ? [1, 0, 2][near]! : near;
  };
  const texts = places.filter((place) => isText(place) && place.pointer !== code?.pointer && isOpen(place));
  return [...texts].sort(
    (a, b) =>
      distance(a) - distance(b) || lists(a) - lists(b) || rankOf(a) - rankOf(b) || a.path.length - b.path.length,
  )[0];
}

/** A text for people is no list of values; one constant for each code is still a text. */
function isOpen({ literals }: Place): boolean {
  return literals.every((value) => typeof value === "string");
}

function lists({ path }: Place): number {
  return path.filter((token) => token === "*" || token === "{}").length;
}

function rankOf({ path }: Place): number {
  const [name = "", last] = path.slice(-2).map((token) => token.replace(/[_-]/g, "").toLowerCase());
  if (last === "*") return ofTexts.test(name) ? names.indexOf("…texts") : -1;
  const word = last ?? name;
  return names.indexOf(ofErrors.test(word) ? "…errormessage" : word);
}
