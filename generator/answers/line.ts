import { isObject, type JsonObject } from "../read/source.js";
import { type Fields, fieldIn } from "./fields.js";
import { answersIn, bodiesIn } from "./in-text.js";
import { objectIn } from "./json-in.js";
import { recordsOfOtlp } from "./otlp.js";
import type { Recorded } from "./recorded.js";
import { answerOfEntry, headersOf } from "./recording.js";
import { answerLogged, requestIn } from "./request-in.js";
import { toldIn } from "./told.js";

/** The answers that a line of a log tells of: mostly one, none where it is about something else. */
export function answersOfLine(text: string, fields: Fields): Recorded[] {
  const value = objectIn(text);
  if (value) return answersOfValue(value, fields);
  const { answers } = answersIn(text);
  const line = answerLogged(text);
  // `status=404 method=GET path=/v1/things`
  const said = line ? undefined : answerIn(pairsIn(text), fields);
  const [nearest] = answers;
  const { status, request, told }: Partial<Recorded> = line ?? said ?? nearest ?? {};
  if (status === undefined && answers.length === 0) return [];
  return [{ status, request: request ?? nearest?.request, headers: [], within: answers, told }];
}

/** The same of what was read as JSON already. */
export function answersOfValue(value: JsonObject, fields: Fields): Recorded[] {
  // An entry of an HTTP Archive says how its body is written.
  const entry = isObject(value.response) && isObject(value.response.content) ? answerOfEntry(value) : undefined;
  if (entry) return [entry];
  const records = recordsOfOtlp(value) ?? [value];
  return records.flatMap((record) => answerIn(unwrapped(record, fields) ?? record, fields) ?? []);
}

const maxWrapped = 3;

/**
 * A record with what stands in a member of it, as an object or as text, where that alone says a status: what runs containers and
 * collects logs wraps lines, and an error has the answer in it.
 */
function unwrapped(record: JsonObject, fields: Fields, depth = 0): JsonObject | undefined {
  if (statusIn(fieldIn(record, "status", fields)) !== undefined || toldIn(record, fields)) return record;
  if (depth === maxWrapped) return undefined;
  for (const [name, member] of Object.entries(record)) {
    const inner = typeof member === "string" ? objectIn(member) : isObject(member) ? member : undefined;
    const found = inner && unwrapped(inner, fields, depth + 1);
    const { [name]: _, ...around } = record;
    if (found) return { ...around, ...found };
  }
  return undefined;
}

function answerIn(record: JsonObject, fields: Fields): Recorded | undefined {
  const told = toldIn(record, fields);
  const body = told ? undefined : fieldIn(record, "body", fields);
  const status = statusIn(fieldIn(record, "status", fields)) ?? told?.status;
  const request = requestOf(record, fields);
  const mayHold = body === undefined && !told && (status === undefined || status >= 400);
  const within = mayHold ? bodiesIn(record, { status, request }) : [];
  const [nearest] = within.filter((each) => each.status !== undefined);
  const known = status ?? nearest?.status;
  if (known === undefined && !told && within.length === 0) return undefined;
  const headers = headersOf(fieldIn(record, "headers", fields));
  return { status: known, headers, request: request ?? nearest?.request, within, body, told };
}

/** The pairs of a line, as `logfmt` has them. */
function pairsIn(text: string): JsonObject {
  const pairs = [...text.slice(0, maxLine).matchAll(/(?:^|\s)([\w.@-]{1,100})=(?:"([^"]*)"|([^\s"]*))/g)];
  return Object.fromEntries(pairs.map(([, name = "", quoted, plain]) => [name, quoted ?? plain]));
}

/** In characters: pairs are looked for in so much of a line. */
const maxLine = 20_000;

function requestOf(record: JsonObject, fields: Fields): Recorded["request"] {
  const [method, url] = [fieldIn(record, "method", fields), fieldIn(record, "url", fields)];
  if (typeof method === "string" && typeof url === "string") return { method, url };
  // `"request": "GET /v1/things HTTP/1.1"`, as servers are told to write it.
  const line = typeof record.request === "string" ? record.request : "";
  const [, verb, place] = /^([A-Z]{3,10}) (\S+)/.exec(line) ?? [];
  return place === undefined ? requestIn(record) : { method: verb, url: place };
}

/** A status of HTTP: other things are called `status` as well. */
function statusIn(value: unknown): number | undefined {
  const status = typeof value === "number" || (typeof value === "string" && /^\d{3}$/.test(value)) ? Number(value) : 0;
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}
