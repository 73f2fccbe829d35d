import { isObject } from "../read/source.js";
import { jsonIn } from "./json-in.js";
import type { Pasted } from "./pasted.js";
import { requestIn } from "./request-in.js";

/**
 * The answers of a recording, as browsers and proxies save it (HTTP Archive 1.2), errors first; undefined where it is none.
 * What was aborted has no status.
 */
export function answersRecorded(text: string): Pasted[] | undefined {
  const answers = answersInOrder(jsonIn(text));
  return answers && [...answers.filter(isError), ...answers.filter((answer) => !isError(answer))];
}

/** The same as they came, each with the number of its entry, of a recording that was read already. */
export function answersInOrder(
  value: unknown,
): (Pasted & { readonly status: number; readonly entry: number })[] | undefined {
  const log = isObject(value) ? value.log : undefined;
  const entries = isObject(log) ? log.entries : undefined;
  if (!Array.isArray(entries)) return undefined;
  return entries.flatMap((entry: unknown, index) => {
    const answer = answerOfEntry(entry);
    return answer ? [{ ...answer, entry: index }] : [];
  });
}

/** The answer of an entry, which alone may be a line of a log, too. */
export function answerOfEntry(entry: unknown): (Pasted & { readonly status: number }) | undefined {
  const { request, response } = isObject(entry) ? entry : {};
  const status = isObject(response) ? Number(response.status) : 0;
  if (!isObject(response) || !(status >= 100)) return undefined;
  const asked = isObject(request) ? requestIn(request) : undefined;
  return { status, headers: headersOf(response.headers), body: bodyOf(response.content), request: asked };
}

function isError({ status }: { readonly status: number }): boolean {
  return status >= 400;
}

/** Headers as a list of names and values, or as a map of them. */
export function headersOf(headers: unknown): (readonly [name: string, value: string])[] {
  if (isObject(headers))
    return Object.entries(headers).flatMap(([name, value]) =>
      isObject(value) ? [] : [[name, String(value)] as const],
    );
  if (!Array.isArray(headers)) return [];
  return headers.flatMap((header: unknown) =>
    isObject(header) && typeof header.name === "string" ? [[header.name, String(header.value)] as const] : [],
  );
}

function bodyOf(content: unknown): string | undefined {
  if (!isObject(content) || typeof content.text !== "string") return undefined;
  return content.encoding === "base64" ? Buffer.from(content.text, "base64").toString("utf8") : content.text;
}
