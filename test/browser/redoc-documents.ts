/** Documents whose Redoc pages are hard to link into, or to weave examples into. */

/** An operation that is a reference, with a response that is one, which says nothing of its codes' examples. */
export function sharedDocument(): string {
  const schema = (code: string, message: string) => ({
    title: message,
    type: "object",
    required: ["code", "message"],
    properties: { code: { const: code }, message: { type: "string" } },
    examples: [{ code, message }],
  });
  const anyOf = [{ $ref: "#/components/schemas/TooEarly" }, { $ref: "#/components/schemas/TooLate" }];
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Shared", version: "1" },
    "x-error-contract": { id: "shared", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
    paths: { "/things/{id}": { $ref: "#/components/pathItems/Thing" } },
    components: {
      pathItems: {
        Thing: { get: { operationId: "getThing", responses: { 409: { $ref: "#/components/responses/Time" } } } },
      },
      responses: { Time: { description: "The wrong time", content: { "application/json": { schema: { anyOf } } } } },
      schemas: { TooEarly: schema("too_early", "It begins later."), TooLate: schema("too_late", "It is over.") },
    },
  });
}

/** Operations in the order of their paths: what Redoc calls each, and what it has for a tag and an id. */
export const operations = [
  ["things.get/It", { operationId: "things.get/It", tags: ["Big & Small (Things)"] }],
  ["Set it, now", { operationId: "Set It_now", summary: "Set it, now", tags: ["a/b_c", "Über uns, 2.0"] }],
  ["untagged", { operationId: "untagged" }],
  ["/d", { tags: ["Über uns, 2.0"] }],
] as const;

export function linksDocument(): string {
  const schema = {
    title: "Gone",
    type: "object",
    required: ["code", "message"],
    properties: { code: { const: "gone" }, message: { type: "string" } },
    examples: [{ code: "gone", message: "It is gone." }],
  };
  const responses = {
    410: { description: "Gone", content: { "application/json": { schema: { $ref: "#/components/schemas/Gone" } } } },
  };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Links", version: "1" },
    "x-error-contract": { id: "links", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
    paths: Object.fromEntries(
      operations.map(([, node], index) => [`/${"abcd"[index]}`, { post: { ...node, responses } }]),
    ),
    components: { schemas: { Gone: schema } },
  });
}
