import { isObject, type JsonObject } from "../read/source.js";
import type { Deviation } from "../runtime/error.js";
import { printable, textOf } from "../runtime/text.js";
import { type Fields, fieldIn } from "./fields.js";
import type { Told } from "./recorded.js";

const maxDepth = 4;

/** What a line says that a parser made of an answer: an error that a client logged, its attributes in telemetry, or a code. */
export function toldIn(
  line: JsonObject,
  fields: Fields,
): (Told & { readonly status?: number | undefined }) | undefined {
  const error = loggedError(line, 0);
  if (error) return error;
  const operation = textOf(fieldIn(line, "operation", fields));
  const named = textOf(fieldIn(line, "code", fields));
  if (named !== undefined) return { code: named, operation, deviations: [] };
  // `telemetryAttributes` of the runtimes. Elsewhere, `error.type` is a class of exceptions.
  const counted = line["openapi_errors.category"] === undefined ? undefined : textOf(line["error.type"]);
  return counted === undefined ? undefined : { code: counted, operation, deviations: [] };
}

/** An error as the runtimes give it for JSON, in some member of a line. */
function loggedError(value: unknown, depth: number): ReturnType<typeof toldIn> {
  if (!isObject(value) || depth > maxDepth) return undefined;
  const { api, code, status, listed, operation, deviations } = value;
  if (typeof api === "string" && typeof code === "string" && typeof status === "number" && typeof listed === "boolean")
    return { api, code, status, operation: textOf(operation), deviations: deviationsIn(deviations) };
  for (const member of Object.values(value)) {
    const found = loggedError(member, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function deviationsIn(list: unknown): Deviation[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map(({ pointer, expected, found }) => ({
    pointer: printable(String(pointer)),
    expected: printable(String(expected)),
    found: printable(String(found)),
  }));
}
