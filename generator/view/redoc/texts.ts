import { isObject } from "../../runtime/pointer.js";
import { authored } from "../markdown/text.js";

/** Values, not texts about them. */
const values: ReadonlySet<string> = new Set(["example", "examples", "default", "const", "enum"]);

/** A document whose descriptions ask for nothing and hold no template tags, wherever they stand. */
export function withHarmlessTexts<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withHarmlessTexts) as T;
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([key, value]) => {
    if (key === "description" && typeof value === "string") return [key, authored(value)];
    return [key, values.has(key) ? value : withHarmlessTexts(value)];
  });
  return Object.fromEntries(members) as T;
}
