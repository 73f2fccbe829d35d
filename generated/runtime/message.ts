// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated

import type { Body } from "./body.js";
import type { Envelope } from "./contract.js";
import type { FieldError } from "./error.js";
import { isObject, own, valueAt } from "./pointer.js";
import { repeatsStatus } from "./status-code.js";
import { printable } from "./text.js";

/** Where bodies of no declared envelope most often hold a text for people. */
const usual = [
  "/message",
  "/detail",
  "/error/message",
  "/error_description",
  "/errorMessage",
  "/error_message",
  "/msg",
  "/error/msg",
  "/error/detail",
  "/error/description",
  "/data/message",
  "/faultstring",
  "/fault/faultstring",
  "/Message",
  "/description",
  "/errmsg",
  "/error",
  "/errors",
  "/title",
];

/** The same in the first item of a list. */
const inLists = ["/errors/*", "/detail/*", "/details/*", "/error/errors/*"].flatMap((list) =>
  ["/message", "/msg", "/detail", "/description", "/title"].map((name) => `${list}${name}`),
);

/**
 * What an answer says to people: the envelope's message, a plain text body, the usual places, the first field error, else
 * `HTTP <status>`. A text from a list of field errors says which field it is about.
 */
export function messageIn(body: Body, envelope: Envelope, fields: readonly FieldError[], status: number): string {
  const { message } = envelope;
  const ofField = fields.slice(0, 1).map(textOfField);
  const ofEnvelope = textIn(valueAt(body.value, message));
  // A body that is itself the map of its fields may call one of them so.
  const places = envelope.fields === "" ? [] : usual.map((pointer) => textIn(valueAt(body.value, pointer)));
  const last = inLists.map((pointer) => textIn(valueAt(body.value, pointer)));
  const first = isOfField(envelope) && ofField.length > 0 ? ofField : [ofEnvelope];
  const isTelling = (text = "") => !repeatsStatus(text, status);
  // The reason phrase, as beside a list of what is wrong, says less than anything else.
  const others = [...places.filter(isTelling), ...ofField, ...last, ...places];
  const text = [body.text, ...first, ...others].find((each) => each !== undefined && each !== "");
  return printable(text ?? `HTTP ${status}`);
}

/** Whether the message is that of an item of the field errors, and not of the error whose code stands beside it. */
function isOfField({ code, message, fields }: Envelope): boolean {
  const isItem = (pointer = "") => pointer.startsWith(`${fields}/*/`) || pointer.startsWith(`${fields}/{}/`);
  return fields !== undefined && isItem(message) && !isItem(code);
}

function textOfField({ path, message }: FieldError): string {
  return path.length > 0 ? `${path.join(".")}: ${message}` : message;
}

/** A text, the first of a list of texts, or the `value` beside a `lang`. */
function textIn(value: unknown): string | undefined {
  for (const each of Array.isArray(value) ? value : [value]) {
    const text = isObject(each) ? own(each, "value") : each;
    if (typeof text === "string" && text !== "") return text;
  }
  return undefined;
}
