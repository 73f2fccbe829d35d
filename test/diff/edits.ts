import { type Document, renamedMembers, replaced, shop } from "./shop.js";

export type Edit = (document: Document) => Document | undefined;
type Expected = readonly string[];

export const post = (document: Document) => document.paths["/orders"].post.responses;
export const get = (document: Document) => document.paths["/orders/{id}"].get.responses;
export const remove = (document: Document) => document.paths["/orders/{id}"].delete.responses;
export const schemas = (document: Document) => document.components.schemas;
export const limit = (document: Document) => schemas(document).OrderLimit.properties.error.properties.details;
export const envelopes = (document: Document) => document["x-error-contract"].envelopes;

export const kinds = (document: Document) => post(document)["409"].content["application/json"];

/** Two alternatives that a discriminator tells apart. */
function alternatives(document: Document): undefined {
  const schemaOf = (member: string) => ({
    type: "object",
    required: ["kind", "message"],
    properties: { kind: { type: "string" }, message: { type: "string" }, [member]: { type: "integer" } },
  });
  schemas(document).Left = schemaOf("left");
  schemas(document).Right = schemaOf("right");
  document["x-error-contract"].envelopes.unshift({ name: "kinds", code: "/kind", message: "/message", details: "" });
  const schema = {
    anyOf: [{ $ref: "#/components/schemas/Left" }, { $ref: "#/components/schemas/Right" }],
    discriminator: {
      propertyName: "kind",
      mapping: { is_left: "#/components/schemas/Left", is_right: "#/components/schemas/Right" },
    },
  };
  const examples = {
    left: { value: { kind: "is_left", message: "L", left: 1 } },
    right: { value: { kind: "is_right", message: "R", right: 1 } },
  };
  post(document)["409"] = { description: "Either.", content: { "application/json": { schema, examples } } };
}

/** The same with other JSON Pointers: what begins with a text begins with another. */
function pointers(document: Document, from: string, to: string): Document {
  return JSON.parse(JSON.stringify(document).replaceAll(`"${from}`, `"${to}`)) as Document;
}

/** The same with what stands in `error` at the top of the bodies. */
function lifted(document: Document): Document {
  const isExample = (value: Document) => value?.error?.code !== undefined;
  const each = (value: Document): Document => {
    if (isExample(value)) return value.error;
    if (value?.properties?.error) return { ...value, ...value.properties.error };
    if (Array.isArray(value)) return value.map(each);
    const isMap = typeof value === "object" && value !== null;
    return isMap ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, each(member)])) : value;
  };
  return each(document);
}

const flat = (code: string) => ({
  title: code,
  description: `It is ${code}.`,
  type: "object",
  required: ["code", "text"],
  properties: { code: { const: code }, text: { type: "string" } },
});

const answerOf = (schema: string, example: object) => ({
  description: schema,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, example } },
});

export interface EditCase {
  /** What is so before it, and stays. */
  readonly given?: Edit;
  readonly edit: Edit;
  readonly says: Expected;
  readonly back: Expected;
}

/** An edit and all that `diff` has to say of it: rule, level, code and operations. `back`: of the edit taken back. */
export const edits: Readonly<Record<string, EditCase>> = {
  "a code is renamed on the wire": {
    edit: (document) => replaced(document, "order_limit", "orders_full"),
    says: ["code-renamed breaking order_limit"],
    back: ["code-renamed breaking orders_full"],
  },
  "a code is renamed, and has other details": {
    edit: (document) => {
      delete limit(document).properties.limit;
      limit(document).required = ["plan"];
      delete post(document)["402"].content["application/json"].example.error.details.limit;
      return replaced(document, "order_limit", "orders_full");
    },
    // A client of the old contract does not look at the details of a code that it does not know.
    says: ["code-renamed breaking order_limit", "details-member-removed warning orders_full"],
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
  "what names the one field stands elsewhere": {
    given: withParam,
    edit: (document) => replaced(renamedMembers(withParam(document), "param", "input"), "/error/param", "/error/input"),
    says: ["fields-moved breaking"],
    back: ["fields-moved breaking"],
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
    back: ["fields-added note invalid_order"],
  },
  "Retry-After is not declared any more": {
    edit: (document) => {
      delete post(document)["429"].headers;
      delete get(document)["429"].headers;
    },
    says: ["header-removed warning rate_limited"],
    back: [],
  },
  "Retry-After may be left out": {
    given: (document) => {
      for (const { "429": limited } of [get(document), post(document)]) limited.headers["Retry-After"].required = true;
    },
    edit: (document) => {
      for (const { "429": limited } of [get(document), post(document)]) delete limited.headers["Retry-After"].required;
    },
    says: ["header-optional warning rate_limited"],
    back: [],
  },
  "an answer has no body any more": {
    edit: (document) => {
      delete document.components.responses.Failed.content;
      delete schemas(document).Plain;
      document["x-error-contract"].envelopes.pop();
    },
    says: ["body-removed breaking http_500"],
    back: [],
  },
  "any status of the server may come": {
    edit: (document) => {
      get(document)["5XX"] = { $ref: "#/components/responses/Failed" };
    },
    says: ["code-added warning http_5XX"],
    back: ["code-removed breaking http_5XX"],
  },
  "the default answer of an operation goes": {
    given: (document) => {
      get(document).default = { $ref: "#/components/responses/Failed" };
      remove(document).default = { $ref: "#/components/responses/Failed" };
    },
    edit: (document) => void delete get(document).default,
    says: ["error-removed note http_default of getOrder"],
    back: ["error-added warning http_default of getOrder"],
  },
  "another property tells alternatives apart": {
    given: alternatives,
    edit: (document) => {
      const { schema, examples } = kinds(document);
      schema.discriminator.propertyName = "sort";
      document["x-error-contract"].envelopes[0].code = "/sort";
      for (const { properties, required } of [schemas(document).Left, schemas(document).Right]) {
        properties.sort = properties.kind;
        delete properties.kind;
        required.splice(0, 1, "sort");
      }
      for (const { value } of Object.values(examples) as Document[]) {
        value.sort = value.kind;
        delete value.kind;
      }
    },
    says: ["code-moved breaking"],
    back: ["code-moved breaking"],
  },
  "an alternative has another name in the mapping": {
    given: alternatives,
    edit: (document) => replaced(document, "is_left", "to_the_left"),
    says: ["code-renamed breaking is_left"],
    back: ["code-renamed breaking to_the_left"],
  },
  "a name of the mapping leads to another alternative": {
    given: alternatives,
    edit: (document) => {
      const { schema, examples } = kinds(document);
      schema.discriminator.mapping.is_left = "#/components/schemas/Right";
      schema.anyOf.shift();
      delete schemas(document).Left;
      examples.left.value = { kind: "is_left", message: "L", right: 2 };
    },
    says: ["details-optional-member-removed warning is_left"],
    back: ["details-optional-member-removed warning is_left"],
  },
  "nothing tells the alternatives apart any more": {
    given: alternatives,
    edit: (document) => void delete kinds(document).schema.discriminator,
    says: ["code-removed breaking is_left", "code-removed breaking is_right", "code-added warning http_409"],
    back: ["code-removed breaking http_409", "code-added warning is_left", "code-added warning is_right"],
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
  "a code that was a text is a number": {
    given: (document) => replaced(document, "order_limit", "402001"),
    edit: (document) => JSON.parse(JSON.stringify(document).replaceAll('"402001"', "402001")) as Document,
    says: ["code-type-changed breaking 402001"],
    // Where one code is a number and others are texts, the parser takes both.
    back: ["code-type-changed warning 402001"],
  },
  "a code is only seen in an example": {
    given: (document) => {
      // Of a document that nobody prepared, examples count.
      delete document["x-error-contract"];
    },
    edit: (document) => {
      schemas(document).OrderNotFound.properties.error.properties.code = { type: "string" };
    },
    // Any code may stand there then, or none.
    says: ["code-added warning http_404", "evidence-lost warning order_not_found"],
    back: ["code-removed breaking http_404"],
  },
  "the details stand elsewhere": {
    given: (document) => {
      delete schemas(document).InvalidOrder["x-error"];
    },
    edit: (document) => replaced(renamedMembers(document, "details", "data"), "/error/details", "/error/data"),
    says: ["details-moved breaking"],
    back: ["details-moved breaking"],
  },
  "the details stand elsewhere, and the field errors in them": {
    edit: (document) => pointers(renamedMembers(document, "details", "data"), "/error/details", "/error/data"),
    says: ["details-moved breaking"],
    back: ["details-moved breaking"],
  },
  "the envelope is at the top of the body": {
    edit: (document) => pointers(lifted(document), "/error/", "/"),
    says: ["envelope-moved breaking"],
    back: ["envelope-moved breaking"],
  },
  "the object that holds an error has another name, with a constant in it": {
    given: (document) => {
      for (const { properties } of Object.values(schemas(document)) as Document[])
        if (properties.error) {
          properties.error.properties.ok = { const: false };
          properties.error.required.push("ok");
        }
      return JSON.parse(
        JSON.stringify(document).replaceAll('{"error":{"code":"', '{"error":{"ok":false,"code":"'),
      ) as Document;
    },
    edit: (document) => pointers(renamedMembers(document, "error", "fault"), "/error/", "/fault/"),
    says: ["envelope-moved breaking"],
    back: ["envelope-moved breaking"],
  },
  "all parts of the envelope have other names": {
    edit: (document) => {
      const names = { code: "slug", message: "text", details: "data", request_id: "trace" };
      return Object.entries(names).reduce(
        (all, [from, to]) => pointers(renamedMembers(all, from, to), `/error/${from}`, `/error/${to}`),
        document,
      );
    },
    says: ["envelope-moved breaking"],
    back: ["envelope-moved breaking"],
  },
  "an error comes in an envelope that another had": {
    given: (document) => {
      schemas(document).Flat = flat("flat_limit");
      envelopes(document).splice(1, 0, { name: "flat", code: "/code", message: "/text" });
      post(document)["409"] = answerOf("Flat", { code: "flat_limit", text: "No" });
    },
    edit: (document) => {
      schemas(document).OrderNotFound = flat("order_not_found");
      for (const responses of [get(document), remove(document)])
        responses["404"] = answerOf("OrderNotFound", { code: "order_not_found", text: "No" });
    },
    // The old parser knows both envelopes, and finds the code in either.
    says: ["envelope-moved warning order_not_found", "request-id-moved warning order_not_found"],
    back: ["envelope-moved warning order_not_found"],
  },
  "an error has no details any more": {
    edit: (document) => {
      delete schemas(document).OrderLimit.properties.error.properties.details;
      schemas(document).OrderLimit.properties.error.required = ["code", "message"];
      delete post(document)["402"].content["application/json"].example.error.details;
    },
    says: ["details-removed breaking order_limit"],
    back: [],
  },
  "one more header says how long to wait": {
    edit: (document) => {
      document["x-error-contract"].delayHeaders = [{ name: "x-wait", unit: "seconds" }];
    },
    says: ["delay-moved breaking"],
    // An answer with that header is none of the new contract.
    back: ["delay-moved warning"],
  },
  "a constant of all bodies is another": {
    given: (document) => withConstant(document, "no"),
    edit: (document) => withConstant(document, "never"),
    says: ["envelope-constant-changed breaking"],
    back: ["envelope-constant-changed breaking"],
  },
  "a body comes as XML": {
    edit: (document) => {
      const { content } = post(document)["402"];
      content["application/xml"] = content["application/json"];
      delete content["application/json"];
    },
    says: ["media-type-changed warning of createOrder"],
    back: [],
  },
  "a code comes with a new operation": {
    edit: (document) => {
      const conflict = JSON.parse(JSON.stringify(schemas(document).OrderNotFound).replace("order_not_found", "taken"));
      schemas(document).Taken = { ...conflict, title: "Taken", description: "Somebody has it." };
      const schema = { $ref: "#/components/schemas/Taken" };
      const content = { "application/json": { schema, example: { error: { code: "taken", message: "No" } } } };
      document.paths["/names"] = {
        put: { operationId: "takeName", responses: { "409": { description: "No.", content } } },
      };
    },
    says: ["code-added-to-new-operations note taken"],
    back: ["code-removed breaking taken", "operation-removed note of takeName"],
  },
  "a code is retired": {
    edit: retire,
    says: ["code-retired note order_limit"],
    back: ["code-revived warning order_limit"],
  },
  "a code is retired by its name alone": {
    edit: (document) => {
      delete post(document)["402"];
      delete schemas(document).OrderLimit;
      document["x-error-codes"] = [{ code: "order_limit", status: 402, title: "Order limit", retired: true }];
    },
    says: ["code-retired note order_limit"],
    // By its status alone it is of another kind.
    back: ["code-reused breaking order_limit"],
  },
  "a code is retired for one that is new": {
    edit: (document) => {
      const now = replaced(structuredClone(document), "order_limit", "orders_full");
      schemas(now).OrderLimitOfOld = schemas(document).OrderLimit;
      schemas(now).OrderLimitOfOld["x-error"] = { category: "quota", retired: true, replacedBy: "orders_full" };
      return now;
    },
    says: ["code-renamed breaking order_limit"],
    back: ["code-removed breaking orders_full", "code-revived warning order_limit"],
  },
  "a code is retired for one that was there": {
    edit: (document) => {
      retire(document);
      schemas(document).OrderLimit["x-error"].replacedBy = "rate_limited";
    },
    says: ["code-retired note order_limit"],
    back: ["code-revived warning order_limit"],
  },
  "a retired code stands for something else": {
    given: retire,
    edit: (document) => {
      const other = { title: "Too dear", description: "It costs more than the account holds." };
      Object.assign(schemas(document).OrderLimit, other, { "x-error": { category: "billing" } });
      post(document)["402"] = shop().paths["/orders"].post.responses["402"];
    },
    says: ["code-reused breaking order_limit"],
    back: ["code-retired note order_limit"],
  },
  "a code that was retired is forgotten": {
    given: retire,
    edit: (document) => void delete schemas(document).OrderLimit,
    says: ["tombstone-removed breaking order_limit"],
    back: [],
  },
};

/** The same with a member `ok` in the bodies of all codes. */
/** The same with what names the field that an error is about. */
function withParam(document: Document): Document {
  for (const schema of Object.values<Document>(schemas(document)))
    if (schema.properties.error) schema.properties.error.properties.param = { type: "string" };
  envelopes(document)[0].field = "/error/param";
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.example?.error ? { ...value, example: { error: { ...value.example.error, param: "amount" } } } : value,
  ) as Document;
}

function withConstant(document: Document, ok: string): Document {
  for (const schema of Object.values<Document>(schemas(document))) {
    if (!schema.properties.error) continue;
    schema.properties.ok = { const: ok };
    schema.required = ["error", "ok"];
  }
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.example?.error ? { ...value, example: { ...value.example, ok } } : value,
  ) as Document;
}

/** What only a tombstone tells of. */
function retire(document: Document): void {
  delete post(document)["402"];
  schemas(document).OrderLimit["x-error"].retired = true;
  schemas(document).OrderLimit["x-error"].status = 402;
}
