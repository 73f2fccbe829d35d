import { isObject } from "../../read/source.js";
import type { Pasted } from "./pasted.js";
import { requestIn } from "./request-in.js";

/** The error answers of a recording, as browsers and proxies save it (HTTP Archive 1.2); undefined where it is none. */
export function answersRecorded(text: string): Pasted[] | undefined {
  const value = text.trimStart().startsWith("{") ? parsed(text) : undefined;
  const log = isObject(value) ? value.log : undefined;
  const entries = isObject(log) ? log.entries : undefined;
  if (!Array.isArray(entries)) return undefined;
  return entries.flatMap((entry: unknown) => {
    const response = isObject(entry) ? entry.response : undefined;
    if (!isObject(response) || typeof response.status !== "number" || response.status < 400) return [];
    const request = isObject(entry) && isObject(entry.request) ? requestIn(entry.request) : undefined;
    const headers = headersOf(response.headers);
    return [{ status: response.status, headers, body: bodyOf(response.content), request }];
  });
}

function headersOf(headers: unknown): (readonly [name: string, value: string])[] {
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((header: unknown) =>
    isObject(header) && typeof header.name === "string" ? [[header.name, String(header.value)] as const] : [],
  );
}

function bodyOf(content: unknown): string | undefined {
  if (!isObject(content) || typeof content.text !== "string") return undefined;
  return content.encoding === "base64" ? Buffer.from(content.text, "base64").toString("utf8") : content.text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
