import { isObject } from "../../runtime/pointer.js";

/** Of a longer text, Redoc's renderer makes more elements in one place than its stack holds. */
const longest = 100_000;

/** A document of whose longest descriptions only the beginning is shown. */
export function withShortTexts<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withShortTexts) as T;
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([key, value]) => [
    key,
    key === "description" && typeof value === "string" ? shortened(value) : withShortTexts(value),
  ]);
  return Object.fromEntries(members) as T;
}

function shortened(text: string): string {
  if (text.length <= longest) return text;
  const end = text.lastIndexOf("\n", longest);
  return `${text.slice(0, end > 0 ? end : longest)}\n\n… The document says more.`;
}
