/** Which keys of OpenAPI 3.0 to 3.2 and of JSON Schema hold what: the same for all who walk over a document. */

/** Maps from names to schemas, in schemas: their keys are no keywords. */
export const schemaMaps: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
]);

/** What `components` may have: maps from names to things. */
export const componentSections = [
  "schemas",
  "responses",
  "parameters",
  "examples",
  "requestBodies",
  "headers",
  "securitySchemes",
  "links",
  "callbacks",
  "pathItems",
  "mediaTypes",
] as const;

/** Maps from names to things, anywhere in a document. */
export const nameMaps: ReadonlySet<string> = new Set([
  ...schemaMaps,
  ...componentSections,
  "paths",
  "webhooks",
  "content",
  "encoding",
  "variables",
]);

const data: ReadonlySet<string> = new Set(["example", "default", "const", "enum", "value", "mapping", "security"]);

/**
 * Whether a member, not one of a map of names, is data and no part of the document's structure. The examples of a schema are
 * a list of values, those of a body a map of values with their descriptions.
 */
export function isData(key: string, value: unknown): boolean {
  return data.has(key) || (key === "examples" && Array.isArray(value));
}
