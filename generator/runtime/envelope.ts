import { codeIndex } from "./code-index.js";
import { codeIn } from "./coded-item.js";
import type { Envelope, ParserContract } from "./contract.js";
import { readFields } from "./fields.js";
import { isContainer, isObject, own, valueAt } from "./pointer.js";
import { hasWords } from "./text.js";

/**
 * The code that a header states, as it is or, where the contract lists only that, without what stands around it; of a
 * challenge, its error.
 */
export function codeInHeader(
  headers: Readonly<Record<string, string>>,
  { codeHeader }: Envelope,
  isListed: (code: string) => boolean,
): string | undefined {
  const text = codeHeader === undefined ? undefined : own(headers, codeHeader.toLowerCase())?.trim();
  if (!text) return undefined;
  return isChallenge(text) ? /[ \t,]error="?([^ \t",]+)/.exec(text)?.[1] : bareCode(text, isListed);
}

/** `Bearer realm="x", error="invalid_token"` in `WWW-Authenticate` (RFC 6750, section 3), which need not say any error. */
function isChallenge(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]*[ \t]+[A-Za-z_]+=/.test(text);
}

/**
 * `{ "error": "NOT_FOUND" }` and `{ "error": "No such cart" }`: where an envelope has one place for both, and no code of the
 * API has words in it, what has is the text.
 */
export function isTextOfOne(code: string | undefined, { message }: Envelope, contract: ParserContract): boolean {
  return message === undefined && code !== undefined && hasWords(code) && !codeIndex(contract).hasWords;
}

/** The code that a body states as listed: with a `#` in it, a name may stand there with that of its service. */
export function listedCode(code: string, isListed: (code: string) => boolean): string {
  return code.includes("#") ? bareCode(code, isListed) : code;
}

/** `NotFound` of `com.acme#NotFound:http://acme.example/`, as services of AWS write it, where only that is listed. */
function bareCode(text: string, isListed: (code: string) => boolean): string {
  const [named = ""] = text.split(":", 1);
  const bare = named.slice(named.lastIndexOf("#") + 1);
  return !isListed(text) && isListed(bare) ? bare : text;
}

/** What a body says in the place of its field errors; where that is the whole body, without what else has its place. */
export function fieldsValue(body: unknown, pointer: string | undefined, envelope: Envelope): unknown {
  const value = valueAt(body, pointer);
  if (!isObject(value)) return value;
  const { code, message, requestId, delay } = envelope;
  const taken = [code, message, requestId, delay];
  return Object.fromEntries(Object.entries(value).filter(([name]) => !taken.includes(`${pointer}/${name}`)));
}

function hasLiterals(body: unknown, { literals = {} }: Envelope): boolean {
  return Object.keys(literals).every((pointer) => valueAt(body, pointer) === literals[pointer]);
}

/**
 * The envelope that a body came in: the first that fits wholly, else the first that holds its code (or, where the
 * envelope has none, its text or field errors) but not its literals, else the first that holds at least a message, else
 * the first whose code may be left out, or whose field errors do not tell of any field. A code that `saysNothing` counts
 * only where no envelope holds another.
 */
export function chooseEnvelope(
  body: unknown,
  envelopes: readonly Envelope[],
  saysNothing: (code: string) => boolean = () => false,
): Envelope | undefined {
  if (!isContainer(body)) {
    // A text or a number may be the code itself.
    const whole = envelopes.find(({ code }) => code === "");
    const code = whole && codeIn(body, whole);
    return code === undefined || saysNothing(code) ? undefined : whole;
  }
  let named: Envelope | undefined;
  let whole: Envelope | undefined;
  for (const envelope of envelopes) {
    if (!names(body, envelope)) continue;
    named ??= envelope;
    if (!hasLiterals(body, envelope)) continue;
    whole ??= envelope;
    if (!saysNothing(codeIn(body, envelope) ?? "")) return envelope;
  }
  return (
    whole ??
    named ??
    envelopes.find((envelope) => hasMessage(body, envelope)) ??
    envelopes.find((envelope) => mayLackAll(body, envelope))
  );
}

/** Whether the body holds what tells one error of this envelope from another. */
function names(body: unknown, envelope: Envelope): boolean {
  if (envelope.code !== undefined) return codeIn(body, envelope) !== undefined;
  return readFields(fieldsValue(body, envelope.fields, envelope)).length > 0 || hasMessage(body, envelope);
}

function hasMessage(body: unknown, envelope: Envelope): boolean {
  const message = valueAt(body, envelope.message);
  return typeof message === "string" || (Array.isArray(message) && typeof message[0] === "string");
}

/**
 * Whether what a body holds may be all that it says in this envelope: of problem details, every member is optional, what
 * an error would stand in may be null, and a list that the texts stand in may be empty.
 */
function mayLackAll(body: unknown, { code, codeOptional, message, fields }: Envelope): boolean {
  if (code !== undefined) {
    const holder = codeOptional === true && code !== "" ? valueAt(body, code.replace(/\/[^/]*$/, "")) : undefined;
    return holder === null || isObject(holder);
  }
  const value = fields === "" ? undefined : valueAt(body, fields);
  if (isContainer(value) && Object.keys(value).length > 0) return true;
  const [list, item] = message?.split("/*", 2) ?? [];
  const texts = item === undefined ? undefined : valueAt(body, list);
  return Array.isArray(texts) && texts.length === 0;
}
