import { isObject } from "../read/source.js";
import { type Fields, fieldIn } from "./fields.js";
import { answersIn, bodiesIn } from "./in-text.js";
import { recordsOfOtlp } from "./otlp.js";
import type { Recorded } from "./recorded.js";
import { headersOf } from "./recording.js";
import { lineLogged, requestIn } from "./request-in.js";
import { toldIn } from "./told.js";

/** The answers that a line of a log tells of: mostly one, none where it is about something else. */
export function answersOfLine(text: string, fields: Fields): Recorded[] {
  const value = text.trimStart().startsWith("{") ? parsed(text) : undefined;
  if (isObject(value)) return answersOfValue(value, fields);
  const { answers } = answersIn(text);
  const line = lineLogged(text);
  if (answers.length === 0) return line ? [line] : [];
  const { status, request } = line ?? answers[0]!;
  return [{ status, request, headers: [], within: answers }];
}

/** The same of what was read as JSON already. */
export function answersOfValue(value: Readonly<Record<string, unknown>>, fields: Fields): Recorded[] {
  return (recordsOfOtlp(value) ?? [value]).flatMap((record) => answerIn(record, fields) ?? []);
}

function answerIn(record: Readonly<Record<string, unknown>>, fields: Fields): Recorded | undefined {
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

function requestOf(record: Readonly<Record<string, unknown>>, fields: Fields): Recorded["request"] {
  const [method, url] = [fieldIn(record, "method", fields), fieldIn(record, "url", fields)];
  if (typeof method === "string" && typeof url === "string") return { method, url };
  return requestIn(record);
}

/** A status of HTTP: other things are called `status` as well. */
function statusIn(value: unknown): number | undefined {
  const status = typeof value === "number" || (typeof value === "string" && /^\d{3}$/.test(value)) ? Number(value) : 0;
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
