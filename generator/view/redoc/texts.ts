import { isObject } from "../../runtime/pointer.js";
import { authored } from "../markdown/text.js";

/** Values, not texts about them. */
const values: ReadonlySet<string> = new Set(["example", "default", "const", "enum", "value"]);

/** Maps whose keys are names, not members of ours. */
const named: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions", "schemas", "responses", "headers"],
  ...["examples", "parameters", "requestBodies", "securitySchemes", "links", "callbacks", "pathItems", "paths"],
  ...["webhooks", "content", "encoding", "variables"],
]);

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
  return harmless(part, "", "") as T;
}

function harmless(part: unknown, key: string, parent: string): unknown {
  if (typeof part === "string") {
    if (texts.has(key) || texts.has(`${parent}/${key}`) || mapsOfTexts.has(parent)) return authored(part);
    return links.has(key) && scheme.test(part) && !leadsToPage.test(part) ? "#" : part;
  }
  if (Array.isArray(part)) return part.map((item) => harmless(item, "", key));
  if (!isObject(part)) return part;
  const members = Object.entries(part).map(([name, value]) => [
    name,
    isValue(name, value, key) ? value : harmless(value, name, key),
  ]);
  return Object.fromEntries(members);
}

/** The examples of a schema are a list of values, those of a body a map of values with their descriptions. */
export function isValue(name: string, value: unknown, parent: string): boolean {
  return !named.has(parent) && (values.has(name) || (name === "examples" && Array.isArray(value)));
}
