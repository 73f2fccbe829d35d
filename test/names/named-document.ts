import type { Names } from "./any-names.js";

/** A document whose codes, operations, groups and schemas have these names; each code has a schema and details. */
export function namedDocument({ id, codes, operationIds, groups, schemas }: Names): object {
  const bodies = codes.map((code, index) => [
    schemas[index] ?? `Body${index}`,
    {
      type: "object",
      required: ["code", "message"],
      "x-error": { title: `Title ${index}`, group: groups[index % groups.length], retry: "never" },
      properties: {
        code: { const: code },
        message: { type: "string" },
        details: { type: "object", required: [code], properties: { [code]: { type: "string" } } },
      },
    },
  ]);
  const anyOf = bodies.map(([name]) => ({ $ref: `#/components/schemas/${name}` }));
  const shown = codes.map((code, index) => [
    `example${index}`,
    { value: { code, message: "m", details: { [code]: "d" } } },
  ]);
  const content = { "application/json": { schema: { anyOf }, examples: Object.fromEntries(shown) } };
  const response = { description: "Wrong", content };
  return {
    openapi: "3.1.0",
    info: { title: "Names", version: "1" },
    "x-error-contract": {
      id,
      envelopes: [{ name: "error", code: "/code", message: "/message", details: "/details" }],
      groups: groups.map((name) => ({ name })),
    },
    paths: Object.fromEntries(
      operationIds.map((operationId, index) => [`/p${index}`, { get: { operationId, responses: { 400: response } } }]),
    ),
    components: { schemas: Object.fromEntries(bodies) },
  };
}
