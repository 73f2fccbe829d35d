import { isData, nameMaps } from "../../read/vocabulary.js";
import { isObject } from "../../runtime/pointer.js";
import { authored } from "../markdown/text.js";

/** What Redoc shows as Markdown: these members, wherever they stand, and those of a member. */
const texts: ReadonlySet<string> = new Set(["description", "info/summary"]);
const mapsOfTexts: ReadonlySet<string> = new Set(["x-enumDescriptions"]);

const links: ReadonlySet<string> = new Set([
  "url",
  "termsOfService",
  "authorizationUrl",
  "tokenUrl",
  "refreshUrl",
  "openIdConnectUrl",
]);
const scheme = /^[\s\u0000-\u001f]*[a-z][a-z0-9+.-]*:/i;
const leadsToPage = /^(?:https?|mailto|wss?):/i;

/** A document whose texts only say something and hold no template tags, and whose links lead to pages, wherever they stand. */
export function withHarmlessTexts<T>(part: T): T {
  return harmless(part, "", "", false) as T;
}

function harmless(part: unknown, key: string, parent: string, isNameMap: boolean): unknown {
  if (typeof part === "string") {
    if (texts.has(key) || texts.has(`${parent}/${key}`) || mapsOfTexts.has(parent)) return authored(part);
    return links.has(key) && scheme.test(part) && !leadsToPage.test(part) ? "#" : part;
  }
  if (Array.isArray(part)) return part.map((item) => harmless(item, "", key, false));
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([name, value]) => [
    name,
    !isNameMap && isData(name, value) ? value : harmless(value, name, key, !isNameMap && nameMaps.has(name)),
  ]);
  return Object.fromEntries(members);
}
