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
