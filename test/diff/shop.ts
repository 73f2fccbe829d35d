/** A small contract to be changed: two operations, four codes and a status without one. */

const error = (code: string, more: object = {}, required: string[] = []) => ({
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", ...(required.length > 0 ? ["details"] : [])],
      properties: { code: { const: code }, message: { type: "string" }, request_id: { type: "string" }, ...more },
    },
  },
});

const details = {
  type: "object",
  required: ["limit", "plan"],
  properties: {
    limit: { type: "integer", description: "How many orders may be open." },
    plan: { enum: ["free", "paid"] },
    since: { type: "string" },
  },
};

const answer = (schema: string, example: object, headers?: object) => ({
  description: schema,
  ...(headers ? { headers } : {}),
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, example } },
});

const notFound = () => answer("OrderNotFound", { error: { code: "order_not_found", message: "No", request_id: "r1" } });
const limited = () =>
  answer(
    "RateLimited",
    { error: { code: "rate_limited", message: "Slow down" } },
    { "Retry-After": { schema: { type: "integer" }, example: 30 } },
  );

// biome-ignore lint/suspicious/noExplicitAny: a document is edited, not typed.
export type Document = any;

/** The same each time, to be edited freely. */
export function shop(): Document {
  return {
    openapi: "3.1.0",
    info: { title: "Shop", version: "1.2.3" },
    "x-error-contract": {
      id: "shop",
      envelopes: [
        {
          ...{ name: "error", code: "/error/code", message: "/error/message", details: "/error/details" },
          requestId: "/error/request_id",
        },
        { name: "plain", message: "/detail" },
      ],
    },
    paths: {
      "/orders": {
        post: {
          operationId: "createOrder",
          responses: {
            "402": answer("OrderLimit", {
              error: { code: "order_limit", message: "No", details: { limit: 20, plan: "free" } },
            }),
            "422": answer("InvalidOrder", {
              error: {
                code: "invalid_order",
                message: "No",
                details: { errors: [{ path: "items", message: "is empty" }] },
              },
            }),
            "429": limited(),
            "500": { $ref: "#/components/responses/Failed" },
          },
        },
      },
      "/orders/{id}": {
        get: { operationId: "getOrder", responses: { "404": notFound(), "429": limited() } },
        delete: { operationId: "deleteOrder", responses: { "404": notFound() } },
      },
    },
    components: {
      schemas: {
        OrderLimit: {
          title: "Order limit",
          description: "The plan is full.",
          "x-error": { category: "quota" },
          ...error("order_limit", { details: structuredClone(details) }, ["limit"]),
        },
        InvalidOrder: {
          title: "Invalid order",
          description: "Something is wrong with it.",
          "x-error": { fields: "/error/details/errors" },
          ...error("invalid_order", {
            details: { type: "object", properties: { errors: { type: "array", items: { type: "object" } } } },
          }),
        },
        OrderNotFound: { title: "Order not found", description: "There is none.", ...error("order_not_found") },
        RateLimited: { title: "Too many requests", description: "Wait.", ...error("rate_limited") },
        Plain: { type: "object", required: ["detail"], properties: { detail: { type: "string" } } },
      },
      responses: {
        Failed: {
          description: "It failed.",
          "x-error": { title: "Failed" },
          content: {
            "application/json": { schema: { $ref: "#/components/schemas/Plain" }, example: { detail: "Sorry" } },
          },
        },
      },
    },
  };
}

/** Changes each member of a name to another name, in schemas and examples. */
export function renamedMembers(document: Document, from: string, to: string): Document {
  const { paths, components, ...rest } = document;
  return { ...rest, ...replaced({ paths, components }, from, to) };
}

/** Renames a text wherever it stands. */
export function replaced(document: Document, from: string, to: string): Document {
  return JSON.parse(JSON.stringify(document).replaceAll(`"${from}"`, `"${to}"`)) as Document;
}
