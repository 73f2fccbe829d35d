import { isObject, type JsonObject } from "../read/source.js";

const signals = [
  ["resourceSpans", "scopeSpans", "spans"],
  ["resourceLogs", "scopeLogs", "logRecords"],
] as const;

/**
 * The spans and log records of a line of JSON that a collector of OpenTelemetry wrote (OTLP/JSON), each as its attributes;
 * undefined where the line is none. What a record says stands in `body`, which is no body of an answer: it is `message` here.
 */
export function recordsOfOtlp(line: JsonObject): JsonObject[] | undefined {
  const signal = signals.find(([resources]) => Array.isArray(line[resources]));
  if (!signal) return undefined;
  let found: readonly JsonObject[] = [line];
  for (const name of signal) found = found.flatMap((each) => objectsIn(each[name]));
  return found.map((record) => ({ ...attributesOf(record.attributes), message: plain(record.body) }));
}

function attributesOf(list: unknown): Record<string, unknown> {
  return Object.fromEntries(objectsIn(list).map(({ key, value }) => [String(key), plain(value)]));
}

/** A value of OTLP: `{ "intValue": "404" }` is 404. */
function plain(given: unknown, depth = 0): unknown {
  if (!isObject(given) || depth > 6) return undefined;
  const { stringValue, intValue, doubleValue, boolValue, arrayValue, kvlistValue } = given;
  if (isObject(arrayValue)) return objectsIn(arrayValue.values).map((each) => plain(each, depth + 1));
  if (isObject(kvlistValue))
    return Object.fromEntries(
      objectsIn(kvlistValue.values).map(({ key, value }) => [String(key), plain(value, depth + 1)]),
    );
  return stringValue ?? (intValue === undefined ? (doubleValue ?? boolValue) : Number(intValue));
}

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
