import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { loadSide } from "../../generator/commands/diff/load.js";
import type { Change } from "../../generator/diff/change.js";
import { compareContracts } from "../../generator/diff/compare.js";
import { type RuleId, rules } from "../../generator/diff/rules.js";
import { temporaryFolder } from "../support/cli.js";
import { type Document, renamedMembers, replaced, shop } from "./shop.js";

type Edit = (document: Document) => Document | undefined;
type Expected = readonly string[];

const post = (document: Document) => document.paths["/orders"].post.responses;
const get = (document: Document) => document.paths["/orders/{id}"].get.responses;
const remove = (document: Document) => document.paths["/orders/{id}"].delete.responses;
const schemas = (document: Document) => document.components.schemas;
const limit = (document: Document) => schemas(document).OrderLimit.properties.error.properties.details;
const envelopes = (document: Document) => document["x-error-contract"].envelopes;

/** An edit and all that `diff` has to say of it: rule, level, code and operations. `back`: of the edit taken back. */
const edits: Readonly<Record<string, { edit: Edit; says: Expected; back: Expected }>> = {
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

describe("each edit is what it is, and nothing more", () => {
  for (const [name, { edit, says, back }] of Object.entries(edits))
    test(name, async (t) => {
      const { there, again } = await bothWays(t, edit);
      assert.deepEqual(there.map(textOf), says);
      assert.deepEqual(again.map(textOf), back);
      for (const { rule, level, witness } of [...there, ...again])
        assert.equal(
          witness !== null,
          level === "breaking" && !withoutWitness.includes(rule) ? true : witness !== null,
          rule,
        );
    });
});

/** What they change is a name in generated code, not an answer. */
const withoutWitness: readonly RuleId[] = ["api-renamed", "operation-renamed", "tombstone-removed"];

describe("what means the same is no change", () => {
  const same: Readonly<Record<string, Edit>> = {
    "texts and examples": (document) => {
      document.info.description = "A shop.";
      schemas(document).OrderLimit.description = "Every order that the plan allows is open.";
      schemas(document).OrderLimit.title = "No more orders";
      post(document)["402"].content["application/json"].example.error.message = "Sorry";
    },
    "another name of a component": (document) =>
      JSON.parse(JSON.stringify(document).replaceAll("OrderLimit", "OrdersFull")) as Document,
    "a schema in a component of its own": (document) => {
      const { details } = schemas(document).OrderLimit.properties.error.properties;
      schemas(document).Details = details;
      schemas(document).OrderLimit.properties.error.properties.details = { $ref: "#/components/schemas/Details" };
    },
    "another order of keys": (document) => ({
      ...document,
      paths: Object.fromEntries(Object.entries(document.paths).reverse()),
      components: Object.fromEntries(Object.entries(document.components).reverse()),
    }),
    "another group": (document) => {
      document["x-error-contract"].groups = [{ name: "Orders" }];
      schemas(document).OrderLimit["x-error"].group = "Orders";
    },
    "another name of an envelope": (document) => {
      envelopes(document)[0].name = "usual";
    },
    "a member of the details more": (document) => {
      limit(document).properties.until = { type: "string" };
    },
  };
  for (const [name, edit] of Object.entries(same))
    test(name, async (t) => {
      const { there } = await bothWays(t, edit);
      assert.deepEqual(there.map(textOf), []);
    });
});

test("every rule says who is hurt, unless it is a note", () => {
  for (const [id, { level, hurts, meaning }] of Object.entries(rules)) {
    assert.ok(level === "note" || hurts.length > 0, id);
    assert.match(meaning, /^[A-Z].*\.$/, id);
  }
});

async function bothWays(t: TestContext, edit: Edit): Promise<{ there: Change[]; again: Change[] }> {
  const folder = temporaryFolder(t);
  const document = shop();
  writeFileSync(join(folder, "old.json"), JSON.stringify(shop()));
  writeFileSync(join(folder, "new.json"), JSON.stringify(edit(document) ?? document));
  const load = async (name: string) => {
    const loaded = await loadSide(join(folder, name), folder);
    assert.ok("side" in loaded, JSON.stringify(loaded));
    return loaded.side;
  };
  const [old, now] = [await load("old.json"), await load("new.json")];
  return { there: compareContracts(old, now), again: compareContracts(now, old) };
}

function textOf({ rule, level, code, operations }: Change): string {
  return `${rule} ${level}${code === null ? "" : ` ${code}`}${operations.length === 0 ? "" : ` of ${operations.join()}`}`;
}
