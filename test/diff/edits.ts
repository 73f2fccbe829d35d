import { type Document, renamedMembers, replaced } from "./shop.js";

export type Edit = (document: Document) => Document | undefined;
type Expected = readonly string[];

export const post = (document: Document) => document.paths["/orders"].post.responses;
const get = (document: Document) => document.paths["/orders/{id}"].get.responses;
const remove = (document: Document) => document.paths["/orders/{id}"].delete.responses;
export const schemas = (document: Document) => document.components.schemas;
export const limit = (document: Document) => schemas(document).OrderLimit.properties.error.properties.details;
export const envelopes = (document: Document) => document["x-error-contract"].envelopes;

/** An edit and all that `diff` has to say of it: rule, level, code and operations. `back`: of the edit taken back. */
export const edits: Readonly<Record<string, { edit: Edit; says: Expected; back: Expected }>> = {
  "a code is renamed on the wire": {
    edit: (document) => replaced(document, "order_limit", "orders_full"),
    says: ["code-renamed breaking order_limit"],
    back: ["code-renamed breaking orders_full"],
  },
  "a code is removed": {
    edit: (document) => {
      delete post(document)["402"];
      delete schemas(document).OrderLimit;
    },
    says: ["code-removed breaking order_limit"],
    back: ["code-added warning order_limit"],
  },
  "a code moves from 404 to 410": {
    edit: (document) => {
      for (const responses of [get(document), remove(document)]) {
        responses["410"] = responses["404"];
        delete responses["404"];
      }
    },
    says: ["status-moved breaking order_not_found"],
    back: ["status-moved breaking order_not_found"],
  },
  "a code comes with one more status": {
    edit: (document) => {
      get(document)["410"] = get(document)["404"];
    },
    says: ["status-added warning order_not_found of getOrder"],
    back: ["status-removed note order_not_found of getOrder"],
  },
  "a code comes to an operation": {
    edit: (document) => {
      remove(document)["429"] = get(document)["429"];
    },
    says: ["error-added warning rate_limited of deleteOrder"],
    back: ["error-removed note rate_limited of deleteOrder"],
  },
  "a status without a code moves": {
    edit: (document) => {
      post(document)["503"] = post(document)["500"];
      delete post(document)["500"];
    },
    says: ["status-moved breaking http_500"],
    back: ["status-moved breaking http_503"],
  },
  "an operation has another id": {
    edit: (document) => {
      document.paths["/orders"].post.operationId = "placeOrder";
    },
    says: ["operation-renamed breaking of createOrder"],
    back: ["operation-renamed breaking of placeOrder"],
  },
  "an operation goes": {
    edit: (document) => void delete document.paths["/orders/{id}"].delete,
    says: ["operation-removed note of deleteOrder"],
    back: [],
  },
  "the code stands elsewhere in all bodies": {
    edit: (document) => replaced(renamedMembers(document, "code", "slug"), "/error/code", "/error/slug"),
    says: ["code-moved breaking"],
    back: ["code-moved breaking"],
  },
  "the request id stands elsewhere": {
    edit: (document) => replaced(renamedMembers(document, "request_id", "trace"), "/error/request_id", "/error/trace"),
    says: ["request-id-moved breaking"],
    back: ["request-id-moved breaking"],
  },
  "the message stands elsewhere": {
    edit: (document) => replaced(renamedMembers(document, "message", "words"), "/error/message", "/error/words"),
    says: ["message-moved breaking"],
    // The old parser looks at the usual places too, and finds it.
    back: ["message-moved warning"],
  },
  "a required member of the details is gone": {
    edit: (document) => {
      delete limit(document).properties.limit;
      limit(document).required = ["plan"];
      delete post(document)["402"].content["application/json"].example.error.details.limit;
    },
    says: ["details-member-removed breaking order_limit"],
    back: [],
  },
  "a required member of the details becomes optional": {
    edit: (document) => {
      limit(document).required = ["plan"];
    },
    says: ["details-member-optional breaking order_limit"],
    back: [],
  },
  "an optional member of the details is gone": {
    edit: (document) => void delete limit(document).properties.since,
    says: ["details-optional-member-removed warning order_limit"],
    back: [],
  },
  "a member of the details has another type": {
    edit: (document) => {
      limit(document).properties.limit.type = "string";
      post(document)["402"].content["application/json"].example.error.details.limit = "20";
    },
    says: ["details-type-changed breaking order_limit"],
    back: ["details-type-changed breaking order_limit"],
  },
  "a member of the details may be null": {
    edit: (document) => {
      limit(document).properties.limit.type = ["integer", "null"];
    },
    says: ["details-nullable breaking order_limit"],
    back: [],
  },
  "an enum of the details gets a value": {
    edit: (document) => void limit(document).properties.plan.enum.push("trial"),
    says: ["details-enum-widened breaking order_limit"],
    back: [],
  },
  "an error is not retried any more": {
    edit: (document) => {
      schemas(document).RateLimited["x-error"] = { retry: "never" };
    },
    says: ["retry-stopped breaking rate_limited"],
    back: ["retry-started warning rate_limited"],
  },
  "an error may be retried by idempotent methods alone": {
    edit: (document) => {
      schemas(document).RateLimited["x-error"] = { retry: "backoff" };
    },
    says: ["retry-needs-idempotence breaking rate_limited"],
    back: ["retry-any-method warning rate_limited"],
  },
  "an error has another category": {
    edit: (document) => {
      schemas(document).OrderLimit["x-error"] = { category: "billing" };
    },
    says: ["category-changed warning order_limit"],
    back: ["category-changed warning order_limit"],
  },
  "the field errors are not told of any more": {
    edit: (document) => void delete schemas(document).InvalidOrder["x-error"],
    says: ["fields-moved breaking invalid_order"],
    back: [],
  },
  "Retry-After is not declared any more": {
    edit: (document) => {
      delete post(document)["429"].headers;
      delete get(document)["429"].headers;
    },
    says: ["header-removed warning rate_limited"],
    back: [],
  },
  "a rule of closest is said": {
    edit: (document) => {
      document["x-error-contract"].closest = [{ match: "*_limit", as: "order_limit" }];
    },
    says: ["closest-changed warning"],
    back: ["closest-changed warning"],
  },
  "retries are more patient": {
    edit: (document) => {
      document["x-error-contract"].retryPolicy = { attempts: 5 };
    },
    says: ["retry-policy-changed note"],
    back: ["retry-policy-changed note"],
  },
  "a code is deprecated": {
    edit: (document) => {
      schemas(document).OrderLimit.deprecated = true;
    },
    says: ["deprecated note order_limit"],
    back: [],
  },
  "the API has another id": {
    edit: (document) => {
      document["x-error-contract"].id = "store";
    },
    says: ["api-renamed breaking"],
    back: ["api-renamed breaking"],
  },
};
