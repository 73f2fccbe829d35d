import type { Body } from "./body.js";
import type { Envelope } from "./contract.js";
import type { FieldError } from "./error.js";
import { isContainer, isObject, memberAt, own, valueAt } from "./pointer.js";
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
  "/reason",
];

/** Lists of which the first item may be one or hold one, and how it calls it: the body may be such a list itself. */
const inLists = ["/errors/*", "/detail/*", "/details/*", "/error/errors/*", "/*"];
const namesInLists = ["message", "msg", "detail", "description", "title", "diagnostics"];

/**
 * What an answer says to people: the envelope's message, a plain text body, the usual places, the first field error, else
 * `HTTP <status>`. A text from a list of field errors says which field it is about.
 */
export function messageIn(body: Body, envelope: Envelope, fields: readonly FieldError[], status: number): string {
  return printable(telling(body, envelope, fields, status) || `HTTP ${status}`);
}

function telling(body: Body, envelope: Envelope, fields: readonly FieldError[], status: number): string | undefined {
  const textAt = (pointer: string | undefined) => textIn(valueAt(body.value, pointer));
  const ofField = fields[0] && textOfField(fields[0]);
  const first = body.text || (isOfField(envelope) && ofField !== undefined ? ofField : textAt(envelope.message));
  if (first || !isContainer(body.value)) return first || ofField;
  // A body that is itself the map of its fields may call one of them so.
  const places = envelope.fields === "" ? [] : usual;
  for (const pointer of places) {
    const text = textAt(pointer);
    // The reason phrase, as beside a list of what is wrong, says less than anything else.
    if (text && !repeatsStatus(text, status)) return text;
  }
  if (ofField) return ofField;
  return ofLists(body.value, envelope) ?? places.map(textAt).find((text) => text !== undefined);
}

/** In such a list, or beside the code: that may stand in a list which is called otherwise. */
function ofLists(body: unknown, { code = "" }: Envelope): string | undefined {
  const holder = code.slice(0, Math.max(0, code.lastIndexOf("/")));
  for (const list of [...inLists, holder]) {
    const item = valueAt(body, list);
    if (typeof item === "string" && item.trim() !== "" && list.endsWith("/*")) return item;
    for (const name of namesInLists) {
      const text = textIn(memberAt(item, name));
      if (text !== undefined) return text;
    }
  }
  return undefined;
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
    // Of nothing but spaces, it says no more than one that is empty.
    if (typeof text === "string" && text.trim() !== "") return text;
  }
  return undefined;
}
