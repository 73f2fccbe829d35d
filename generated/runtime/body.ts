// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import { bytesOf, textOfBytes } from "./bytes.js";
import { isDeep } from "./depth.js";

/** How much of a body is read, in bytes, unless the caller says otherwise. */
export const defaultMaxBytes: number = 1024 * 1024;

/** Whether a media type is JSON, whatever it says of what is in it: `application/problem+json; charset=utf-8`. */
export function isJsonType(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType);
}

/** Markup, or the beginning of JSON that was cut off: nothing to show to people. */
const noProse = /^\s*(?:<|\{\s*(?:["}]|$)|\[\s*(?:["{[]|$))/;

/** A body once it is known what it is. `text` is what a person could read: not JSON, even where it was cut off, and not markup. */
export interface Body {
  readonly value: unknown;
  readonly text?: string;
}

/** Takes a body as text, bytes, parsed JSON or nothing, and gives its JSON value or its text. Never throws. */
export function readBody(body: unknown, mediaType = "", maxBytes: number = defaultMaxBytes): Body {
  const bytes = bytesOf(body);
  const raw = bytes ? textOfBytes(bytes.subarray(0, maxBytes), mediaType) : (body ?? undefined);
  if (typeof raw !== "string") return { value: raw };
  const text = raw.replace(/^\ufeff/, "");
  if (text.trim() === "") return { value: undefined };
  let value: unknown = text.slice(0, maxBytes);
  const isWhole = (bytes ?? text).length <= maxBytes;
  const mayBeJson = mediaType === "" || isJsonType(mediaType) || /^\s*[[{]/.test(text);
  if (isWhole && mayBeJson && !isDeep(text)) {
    try {
      value = JSON.parse(text);
    } catch {
      // Not JSON after all: text.
    }
  }
  if (typeof value !== "string" || noProse.test(value) || /html|xml/i.test(mediaType)) return { value };
  return { value, text: value.trim() };
}
