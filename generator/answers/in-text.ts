import type { Contract } from "../model/contract.js";
import { isObject } from "../read/source.js";
import type { RequestGiven } from "../runtime/error.js";
import { objectIn } from "./json-in.js";
import { type Pasted, readPasted } from "./pasted.js";
import { answersRecorded } from "./recording.js";
import { lineLogged, requestIn, requestSaid } from "./request-in.js";

/** How much of a text is looked through for what it holds: a line of a log, or a page of one. */
const maxObjects = 200;
const maxDepth = 6;
const maxText = 200_000;
const maxCode = 300;

/**
 * The answers that a text may hold, the likeliest first: as `curl -v` prints one, behind what else a terminal shows, and as
 * the JSON in a line of a log, which may be the body, hold it in a member, or hold it as a text.
 */
export function answersIn(whole: string): { readonly answers: readonly Pasted[]; readonly isRecording: boolean } {
  const recorded = answersRecorded(whole);
  if (recorded) return { answers: recorded, isRecording: true };
  const text = whole.slice(0, maxText);
  const spoken = withoutTalk(text);
  const head = /^HTTP\/\d(?:\.\d)?[ \t]+\d{3}\b/m.exec(spoken);
  const answer = head ? [{ ...readPasted(spoken.slice(head.index)), request: requestSaid(text) }] : [];
  const line = lineLogged(text);
  const around = { status: statusIn(text) ?? line?.status, request: line?.request };
  const bodies = objectsIn(text).flatMap((value) => bodiesIn(value, around));
  return { answers: [...answer, ...bodies], isRecording: false };
}

/** `curl -v` says what it does in front of what comes: `* Connected`, `> GET / HTTP/2`, `< HTTP/2 404`. */
function withoutTalk(text: string): string {
  const lines = text.split(/\r?\n/);
  if (!lines.some((line) => line.startsWith("< HTTP/"))) return text;
  return lines
    .filter((line) => !/^(?:[*>]|[{}] \[)/.test(line))
    .map((line) => line.replace(/^< ?/, ""))
    .join("\n");
}

/** `status=402`, `"statusCode": 402`, `HTTP 402`, or a line that is nothing else. */
function statusIn(text: string): number | undefined {
  const [, named] = /\b(?:status(?:[_ -]?code)?|HTTP(?:\/[\d.]+)?)["']?[\s:=]{1,3}["']?([45]\d\d)\b/i.exec(text) ?? [];
  const [, alone] = /^[ \t]*([45]\d\d)[ \t]*\r?$/m.exec(text) ?? [];
  const status = named ?? alone;
  return status === undefined ? undefined : Number(status);
}

/** Every JSON object that stands in a text, one behind the other. */
function objectsIn(text: string): unknown[] {
  const found: unknown[] = [];
  let from = text.indexOf("{");
  for (let tried = 0; from >= 0 && tried < maxObjects; tried += 1) {
    const end = endOfObject(text, from);
    const value = end === undefined ? undefined : objectIn(text.slice(from, end));
    if (value !== undefined) found.push(value);
    from = text.indexOf("{", value === undefined || end === undefined ? from + 1 : end);
  }
  return found;
}

/** Behind the brace that closes the one at a place, those in texts not counted. */
function endOfObject(text: string, start: number): number | undefined {
  let open = 0;
  let isText = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (isText && sign === "\\") at += 1;
    else if (sign === '"') isText = !isText;
    else if (!isText && sign === "{") open += 1;
    else if (!isText && sign === "}") open -= 1;
    if (open === 0) return at + 1;
  }
  return undefined;
}

/** What is known of an answer before its body is found. */
interface Around {
  readonly status: number | undefined;
  readonly request?: RequestGiven | undefined;
}

/** An object itself, and what it holds; each with the status and the request that stand nearest to it. */
export function bodiesIn(value: unknown, around: Around, depth = 0): Pasted[] {
  if (depth > maxDepth) return [];
  if (typeof value === "string") {
    const inner = objectIn(value);
    return inner === undefined ? [] : bodiesIn(inner, around, depth + 1);
  }
  if (!isObject(value)) return Array.isArray(value) ? value.flatMap((each) => bodiesIn(each, around, depth + 1)) : [];
  const own = ["status", "statusCode", "status_code"].map((name) => value[name]).find(isErrorStatus);
  const nearest = { status: own ?? around.status, request: requestIn(value) ?? around.request };
  const below = Object.values(value).flatMap((each) => bodiesIn(each, nearest, depth + 1));
  return [{ ...nearest, headers: [], body: value }, ...below];
}

function isErrorStatus(value: unknown): value is number {
  return typeof value === "number" && value >= 400 && value <= 599;
}

/** The codes that a text names, as those of a URL or of a message do. A plain word may mean something else. */
export function codesNamed(text: string, contracts: readonly Contract[]): { code: string; isPlain: boolean }[] {
  const words = new Set(text.split(/[^\p{L}\p{N}_-]+/u));
  const tokens = new Set(
    text
      .split(/[\s"'`=,;()[\]{}<>]+/)
      .filter(({ length }) => length <= maxCode)
      .map(bare),
  );
  const codes = new Set(contracts.flatMap(({ errors }) => errors.filter(({ wire }) => wire).map(({ code }) => code)));
  return [...codes]
    .filter((code) => words.has(code) || tokens.has(code))
    .map((code) => ({ code, isPlain: /^(?:\p{Lu}?\p{Ll}+|\d+)$/u.test(code) }));
}

/** Without what ends a sentence. */
function bare(token: string): string {
  return token.replace(/(?<![.:!?])[.:!?]{1,9}$/, "");
}
