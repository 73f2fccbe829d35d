import { isCommonPage } from "../../runtime/status-code.js";
import type { FoundCode } from "../definitions/codes.js";
import { reasonPhrase } from "../definitions/statuses.js";
import { reasonPhrases } from "../texts/reason-phrases.js";

const phrases: ReadonlySet<unknown> = new Set(Object.values(reasonPhrases));

/** Values that say that there is an error, not which one. */
const empty = new Set([
  "error",
  "errors",
  "status",
  "fail",
  "failed",
  "failure",
  "exception",
  "fault",
  "down",
  "list",
  "object",
  "true",
]);

/** Whether a value tells one error from another. */
export function tellsErrorsApart(value: unknown): boolean {
  if (typeof value === "number") return true;
  return typeof value === "string" && value !== "" && !empty.has(value.toLowerCase()) && !isCommonPage(value);
}

/** A word, a number as text or a URI, as opposed to a sentence, an id or a blank. */
export function looksLikeCode(value: unknown): boolean {
  if (typeof value === "number") return Number.isInteger(value);
  if (typeof value !== "string" || value === "about:blank" || !tellsErrorsApart(value)) return false;
  return !isIdentifier(value) && !isBlank(value) && /^[\p{L}\p{N}_][\p{L}\p{N}_.:/#@,*+?=&%-]{0,199}$/u.test(value);
}

/** Whether a code that was found can be one: what an example shows is no text for people, nor an identifier, nor to fill in. */
export function isPlausible(found: FoundCode): boolean {
  const { code } = found;
  return !isCommonPage(code) && !(isShown(found) && (hasWords(code) || isIdentifier(code) || isBlank(code)));
}

/** Whether only an example has it. */
export function isShown({ evidence }: FoundCode): boolean {
  return evidence === "response-example" || evidence === "schema-sample";
}

/** `{ "type": "type" }`, `{ "code": "SOME_ERROR_CODE" }`: the name of the member itself. */
export function isOwnName(value: unknown, name: string): boolean {
  if (typeof value !== "string") return false;
  const [word, own] = [value, name].map((text) => text.toLowerCase().replace(/[^a-z\d]/g, ""));
  return own !== "" && word!.endsWith(own!) && filler.test(word!.slice(0, -own!.length));
}

/** What stands before it where somebody is to fill it in. */
const filler = /^(?:the|an?|my|your|some|sample|example|dummy)?(?:error|err)?$/;

/** The reason phrase of a status, or its number, in words that no code has. */
export function repeatsStatus(code: string, key: string): boolean {
  return code === key || (code.includes(" ") && code.toLowerCase() === reasonPhrase(key).toLowerCase());
}

/** The same of a code that was found: one that a schema lists, as `not found`, is that of the parser as it is written. */
export function saysStatus(found: FoundCode, key: string): boolean {
  const { code, evidence } = found;
  const isListed = evidence === "const" || evidence === "enum" || evidence === "extension";
  return repeatsStatus(code, key) && !(isListed && code !== key && code !== reasonPhrase(key));
}

/** `Not Found`, whatever its status. */
export function isPhrase(value: unknown): boolean {
  return phrases.has(value);
}

/** Upper case, and longer than `UP`. */
export function isConstantName(value: unknown): boolean {
  return typeof value === "string" && /^[A-Z][A-Z0-9_]{3,}$/.test(value) && tellsErrorsApart(value);
}

/** A status that is registered: a schema that shows such numbers, and no other, means the answer's status. */
export function isErrorStatus(value: number): boolean {
  return value >= 400 && reasonPhrases[value] !== undefined;
}

export function hasWords(value: unknown): boolean {
  return typeof value === "string" && /\s/.test(value.trim());
}

/** A text for people: four words, or words behind a colon, or an end of a sentence. Codes of two or three words exist. */
export function isSentence(value: unknown): boolean {
  return typeof value === "string" && hasWords(value) && /(?:\S\s+){3}\S|:\s|[.!?]$/.test(value.trim());
}

/** Of one occurrence of an error: a UUID, or many hexadecimal digits. */
export function isIdentifier(value: unknown): boolean {
  if (typeof value !== "string") return false;
  return /^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{16,}$/i.test(value);
}

/** `your-error-code`, `SOME_CODE`, `errorCode`, `example`, `TBD`: a code, whichever. */
const standsForAny = [
  /^(?:an?|the|my|your|some|sample|example|dummy|placeholder)?(?:error|err)?code$/,
  /^(?:sample|example|dummy|placeholder|tbd|todo|foo(?:bar)?|bar|abc123)$/,
];

/** What a person has to fill in, or what a tool put for any text: `<code>`, `{{code}}`, `string`, `/some/uri-reference`. */
function isBlank(value: string): boolean {
  if (/^(?:https?:\/)?\/[^?#]*\/(?:example|uri-reference)$/i.test(value)) return true;
  // Nothing that can be read, as `???`, or one letter again and again.
  if (/^[!-/:-@[-`{-~\s]*$/.test(value) || /^([A-Za-z])\1+$/.test(value.trim())) return true;
  const word = value.toLowerCase().replace(/[\s_.-]/g, "");
  if (standsForAny.some((words) => words.test(word))) return true;
  return /^(?:<.*>|\{.*\}|\$\{.*|\[.*\]|n\/a|string|integer|number|null|undefined)$/i.test(value.trim());
}
