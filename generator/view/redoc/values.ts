import { isData, nameMaps } from "../../read/vocabulary.js";
import { isObject } from "../../runtime/pointer.js";
import { followed } from "./references.js";

/** How much is put in place, in characters of JSON: a short document may refer to one long list thousands of times. */
const most = 1_000_000;

/** Values that are written as references though OpenAPI knows none there. Those of others are what they seem to be. */
const referring: ReadonlySet<string> = new Set(["example", "enum"]);

/**
 * A document with texts, numbers, lists and examples in the place of its references to them. Redoc follows those to objects
 * that OpenAPI knows alone: others it shows as they are written, or fails at them.
 */
export function withValuesInPlace<Document extends Readonly<Record<string, unknown>>>(document: Document): Document {
  let left = most;
  const meant = (part: unknown, mayBeObject: boolean): unknown => {
    if (left <= 0 || !isObject(part) || typeof part.$ref !== "string") return part;
    const value = followed(part, document);
    // A boolean may be a schema.
    const isPlain = typeof value === "string" || typeof value === "number" || Array.isArray(value);
    if (!isPlain && !(mayBeObject && isObject(value))) return part;
    left -= JSON.stringify(value).length;
    return value;
  };
  const inPlace = (part: unknown, isNameMap: boolean): unknown => {
    if (Array.isArray(part)) return part.map((item) => inPlace(item, false));
    if (!isObject(part)) return part;
    const value = meant(part, false);
    if (value !== part) return value;
    const members = Object.entries(part).map(([name, member]) => {
      if (isNameMap || !isData(name, member)) return [name, inPlace(member, !isNameMap && nameMaps.has(name))];
      return [name, referring.has(name) ? meant(member, true) : member];
    });
    return Object.fromEntries(members);
  };
  return inPlace(document, false) as Document;
}
