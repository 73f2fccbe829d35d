import type { Place } from "./places.js";

/** Names of members that hold a text for people, without case and joints, the most telling first. */
const names = [
  "message",
  "detail",
  "errordescription",
  "faultstring",
  "errormessage",
  "description",
  "errorsummary",
  "title",
  "msg",
  "errmsg",
  "usermessage",
  "localizedmessage",
  "developermessage",
  "explanation",
  "text",
  "diagnostics",
  "error",
  "err",
  "errortitle",
  "summary",
  "reason",
  "cause",
  "…errormessage",
  "errors",
  "details",
  "…texts",
];

/** `api-error-msg`, `status_text`: one name stands for all that say of what they are the text. */
const ofErrors =
  /(?:.error(?:message|msg|description)|(?:error|err|status|fault|failure|exception|problem|response|result)(?:message|msg|text|string|desc|description|reason|detail))$/;

/** `{ "errors": ["It failed"] }`: lists of nothing but texts. */
const ofTexts = /^(?:errors?|errormessages?|messages?|details?|nonfielderrors)$/;

/** Of these, the ones that tell as much as one text does. */
const listed = new Map([
  ["message", "message"],
  ["messages", "message"],
  ["detail", "detail"],
  ["errormessages", "errormessage"],
]);

/** `{ "lang": "en", "value": "It failed" }` in the place of a text. */
const ofText = /^(?:value|text)$/;

/** `{ "en": "It failed", "zh-CN": "…" }`: one for each language, in a map of any as well. */
const ofLanguage =
  /^(?:\{\}|(?:ar|cs|da|de|el|en|es|fi|fr|he|hi|hu|it|ja|ko|nl|pl|pt|ro|ru|sv|th|tr|uk|vi|zh)(?:[-_][A-Za-z]{2,4})?)$/;

/** Texts that may as well be lists or maps of field errors. */
const ofFields = new Set(["detail", "details"]);

/** Texts that say what kind of error it is, where another says what went wrong. */
const ofKind = new Set(["title", "errortitle", "error", "err", "summary", "reason", "cause", "errors", "details"]);

/** `{ "name": "NotFound", "details": "No such thing" }`: a text by its type alone. */
const byType = "details";

/** Whether a place holds a text for people, by its name. */
export function isText(place: Place): boolean {
  const { types, path } = place;
  if (rankOf(place) === names.indexOf(byType)) return types.join() === "string";
  return rankOf(place) !== -1 && (types.includes("string") || (types.length === 0 && path.at(-1) !== "*"));
}

/** Whether a member is for people by its name alone. */
export function isTextName(name: string): boolean {
  const word = wordOf(name);
  return names.includes(word) && word !== byType;
}

/**
 * Where the text for people stands: in the body, or in the object that also holds the code, or in any other. Of two in one
 * object, the one that examples of answers show.
 */
export function messagePlace(
  places: readonly Place[],
  code: Place | undefined,
  isShown: (place: Place) => boolean,
): Place | undefined {
  const inList = code !== undefined && lists(code) > 0;
  const own = code?.path.slice(0, -1).join("/");
  const distance = (place: Place) => {
    const holder = pathOfText(place).slice(0, -1).join("/");
    const near = holder === own ? 0 : holder === "" ? 1 : 2;
    // Of a list, only one item is read, so that the text of the whole tells more.
    return inList ? [1, 0, 2][near]! : near;
  };
  const texts = places.filter((place) => isText(place) && place.pointer !== code?.pointer && isOpen(place));
  const shown = new Set(texts.filter((place) => !ofKind.has(wordOf(place.path.at(-1) ?? "")) && isShown(place)));
  const hidden = (place: Place) => (shown.size > 0 && !shown.has(place) ? 1 : 0);
  return [...texts].sort(
    (a, b) =>
      distance(a) - distance(b) ||
      hidden(a) - hidden(b) ||
      lists(a) - lists(b) ||
      rankOf(a) - rankOf(b) ||
      a.path.length - b.path.length ||
      Number(b.path.at(-1) === "en") - Number(a.path.at(-1) === "en"),
  )[0];
}

/** The way to the member that is the text, also where it is a list of texts or an object around one. */
function pathOfText({ path }: Place): readonly string[] {
  const [name = "", last = ""] = path.slice(-2).map(wordOf);
  const isAround = (last === "*" && ofTexts.test(name)) || isPartOfText(path);
  return isAround ? path.slice(0, -1) : path;
}

/** Whether it is what an object holds that stands for a text: `errors` and the like have one for each field. */
function isPartOfText(path: readonly string[]): boolean {
  const [name = "", last = ""] = path.slice(-2).map(wordOf);
  if (!names.includes(name)) return false;
  return ofText.test(last) || (!ofKind.has(name) && !ofFields.has(name) && ofLanguage.test(path.at(-1) ?? ""));
}

/** A text for people is no list of values; one constant for each code is still a text. */
function isOpen({ literals }: Place): boolean {
  return literals.every((value) => typeof value === "string");
}

function lists(place: Place): number {
  // A list of texts is as good as a text where it has the name of one.
  const path = rankOf(place) === names.indexOf("…texts") ? place.path : pathOfText(place);
  return path.filter((token) => token === "*" || token === "{}").length;
}

function rankOf({ path }: Place): number {
  const [name = "", last] = path.slice(-2).map(wordOf);
  if (last === "*" && listed.has(name)) return names.indexOf(listed.get(name)!);
  if (last === "*") return ofTexts.test(name) ? names.indexOf("…texts") : -1;
  const word = last === undefined || isPartOfText(path) ? name : last;
  return names.indexOf(!names.includes(word) && ofErrors.test(word) ? "…errormessage" : word);
}

/** Without case and joints, and without the vocabulary that a member is of: `hydra:description` is one. */
function wordOf(token: string): string {
  return token
    .replace(/^[A-Za-z][\w-]*:(?=[A-Za-z])/, "")
    .replace(/[_-]/g, "")
    .toLowerCase();
}
