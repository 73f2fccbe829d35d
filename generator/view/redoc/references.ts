import { valueAt } from "../../runtime/pointer.js";

/** What a value is, or leads to by references within its document; undefined where they lead nowhere. */
export function followed(value: unknown, document: unknown): unknown {
  const seen = new Set<string>();
  for (let target = value; ; ) {
    const reference = valueAt(target, "/$ref");
    if (typeof reference !== "string") return target;
    if (seen.has(reference) || !reference.startsWith("#/")) return undefined;
    seen.add(reference);
    target = valueAt(document, decoded(reference.slice(1)));
  }
}

/** A JSON Pointer as it stands in a URI (RFC 6901, 6). */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** A document whose references to itself by its own name (OpenAPI 3.2, `$self`) are local: Redoc would load them. */
export function withLocalReferences<Document extends Readonly<Record<string, unknown>>>(document: Document): Document {
  const { $self: self } = document;
  if (typeof self !== "string") return document;
  const local = (key: string, value: unknown) =>
    key === "$ref" && typeof value === "string" && value.startsWith(`${self}#`) ? value.slice(self.length) : value;
  return JSON.parse(JSON.stringify(document), local) as Document;
}
