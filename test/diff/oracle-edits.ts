import { type EditCase, get, limit, post, remove, schemas } from "./edits.js";
import { renamedMembers, replaced } from "./shop.js";

/** Edits of kinds that the oracle found `diff` to be silent about, or to be too loud. */
export const oracleEdits: Readonly<Record<string, EditCase>> = {
  "a code comes with a range of statuses": {
    edit: (document) => {
      post(document)["4XX"] = post(document)["402"];
      delete post(document)["402"];
    },
    says: ["status-moved breaking order_limit"],
    // Whoever knows the range knows each of its statuses.
    back: ["status-moved warning order_limit"],
  },
  "an operation has another id, and a code of it another status": {
    edit: (document) => {
      document.paths["/orders"].post.operationId = "placeOrder";
      post(document)["403"] = post(document)["402"];
      delete post(document)["402"];
    },
    says: ["status-moved breaking order_limit", "operation-renamed breaking of createOrder"],
    back: ["status-moved breaking order_limit", "operation-renamed breaking of placeOrder"],
  },
  "details that were always there may be left out": {
    edit: (document) => {
      schemas(document).OrderLimit.properties.error.required = ["code", "message"];
    },
    says: ["details-member-optional breaking order_limit"],
    back: [],
  },
  "another header holds the request id": {
    edit: (document) => {
      document["x-error-contract"].requestIdHeaders = ["X-Trace"];
    },
    says: ["request-id-moved breaking"],
    back: ["request-id-moved breaking"],
  },
  "the request id stands elsewhere, and no example shows one": {
    given: (document) => {
      delete get(document)["404"].content["application/json"].example.error.request_id;
      delete remove(document)["404"].content["application/json"].example.error.request_id;
    },
    edit: (document) => replaced(renamedMembers(document, "request_id", "trace"), "/error/request_id", "/error/trace"),
    says: ["request-id-moved breaking"],
    back: ["request-id-moved breaking"],
  },
  "the values of a map in the details have another type": {
    given: (document) => {
      limit(document).properties.since = { type: "object", additionalProperties: { type: "integer" } };
    },
    edit: (document) => {
      limit(document).properties.since.additionalProperties = { type: "string" };
    },
    says: ["details-type-changed breaking order_limit"],
    back: ["details-type-changed breaking order_limit"],
  },
  "an alternative within the details is another": {
    given: (document) => {
      limit(document).properties.since = {
        oneOf: [{ type: "object", required: ["day"], properties: { day: { type: "string" } } }],
      };
    },
    edit: (document) => {
      limit(document).properties.since.oneOf[0].properties.day.type = "integer";
    },
    says: ["details-type-changed breaking order_limit"],
    back: ["details-type-changed breaking order_limit"],
  },
  "a constant number in the details is any text": {
    given: (document) => {
      limit(document).properties.since = { const: 1 };
    },
    edit: (document) => {
      limit(document).properties.since = { type: "string" };
    },
    says: ["details-type-changed breaking order_limit"],
    back: ["details-type-changed breaking order_limit"],
  },
  "an error that was retried by its status never is": {
    given: (document) => {
      get(document)["503"] = get(document)["404"];
    },
    edit: (document) => {
      schemas(document).OrderNotFound["x-error"] = { retry: "never" };
    },
    says: ["retry-stopped breaking order_not_found"],
    back: ["retry-started warning order_not_found"],
  },
  "a code moves to new operations alone, with other details": {
    edit: (document) => {
      document.paths["/carts"] = { put: { operationId: "fillCart", responses: { "402": post(document)["402"] } } };
      delete post(document)["402"];
      limit(document).properties.since.type = "integer";
    },
    // No client of the old contract calls them.
    says: ["error-removed note order_limit of createOrder"],
    back: [
      "details-type-changed breaking order_limit",
      "error-added warning order_limit of createOrder",
      "operation-removed note of fillCart",
    ],
  },
  "field errors are gone, and the place that they stood at": {
    edit: (document) => {
      delete schemas(document).InvalidOrder["x-error"];
      delete schemas(document).InvalidOrder.properties.error.properties.details.properties.errors;
      delete post(document)["422"].content["application/json"].example.error.details.errors;
    },
    // What does not come is not misread.
    says: ["fields-moved warning invalid_order", "details-optional-member-removed warning invalid_order"],
    back: ["fields-added note invalid_order"],
  },
  "an error comes from a new operation too, with a status of its own": {
    edit: (document) => {
      document.paths["/carts"] = { put: { operationId: "fillCart", responses: { "500": post(document)["429"] } } };
    },
    says: [],
    back: ["operation-removed note of fillCart"],
  },
  "a 403 that may say how long to wait is said to be no rate limit": {
    given: (document) => {
      get(document)["403"] = { ...get(document)["404"], headers: get(document)["429"].headers };
      delete get(document)["404"];
      delete remove(document)["404"];
    },
    edit: (document) => {
      schemas(document).OrderNotFound["x-error"] = { category: "permission" };
    },
    says: ["retry-stopped breaking order_not_found", "category-changed warning order_not_found"],
    back: ["retry-started warning order_not_found", "category-changed warning order_not_found"],
  },
  "a category that depended on the status is one": {
    given: (document) => {
      get(document)["503"] = get(document)["404"];
    },
    edit: (document) => {
      schemas(document).OrderNotFound["x-error"] = { category: "quota" };
    },
    says: ["retry-stopped breaking order_not_found", "category-changed warning order_not_found"],
    back: ["retry-started warning order_not_found", "category-changed warning order_not_found"],
  },
  "null is an alternative instead of a type": {
    given: (document) => {
      limit(document).properties.since = { type: ["object", "null"], properties: { day: { type: "string" } } };
    },
    edit: (document) => {
      const { since } = limit(document).properties;
      limit(document).properties.since = { anyOf: [{ ...since, type: "object" }, { type: "null" }] };
    },
    says: [],
    back: [],
  },
};
