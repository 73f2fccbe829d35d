// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
import type { Body } from "./body.js";
import type { Envelope } from "./contract.js";
import { valueAt } from "./pointer.js";
import { printable } from "./text.js";

/** Where bodies of no declared envelope most often hold a text for people. */
const usual = ["/message", "/detail", "/error/message", "/error", "/title"];

/** What an answer says to people: the envelope's message, a plain text body, the usual places, else `HTTP <status>`. */
export function messageIn(body: Body, envelope: Envelope, status: number): string {
  const texts = [body.text, ...[envelope.message, ...usual].map((pointer) => valueAt(body.value, pointer))];
  const text = texts.find((value): value is string => typeof value === "string" && value !== "");
  return printable(text ?? `HTTP ${status}`);
}
