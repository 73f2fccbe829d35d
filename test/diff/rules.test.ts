import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import type { Change } from "../../generator/diff/change.js";
import { compareContracts } from "../../generator/diff/compare.js";
import { type RuleId, rules } from "../../generator/diff/rules.js";
import { loadSide } from "../../generator/history/load.js";
import { temporaryFolder } from "../support/cli.js";
import { type Edit, edits, envelopes, limit, post, schemas } from "./edits.js";
import { oracleEdits } from "./oracle-edits.js";
import { type Document, shop } from "./shop.js";

describe("each edit is what it is, and nothing more", () => {
  for (const [name, { given, edit, says, back }] of Object.entries({ ...edits, ...oracleEdits }))
    test(name, async (t) => {
      const { there, again } = await bothWays(t, edit, given);
      assert.deepEqual(there.map(textOf), says);
      assert.deepEqual(again.map(textOf), back);
      const unproven = [...there, ...again].filter(({ level, witness }) => level === "breaking" && !witness);
      assert.deepEqual(unproven.filter(({ rule }) => !ofNames.includes(rule)).map(textOf), []);
    });
});

/** What they change is a name in generated code, not an answer. */
const ofNames: readonly RuleId[] = ["api-renamed", "operation-renamed", "tombstone-removed"];

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
    "parts of the details in allOf": (document) => {
      const { properties, required } = limit(document);
      const nested = (schema: object): object =>
        [1, 2, 3, 4, 5].reduce((inner: object) => ({ allOf: [inner] }), schema);
      schemas(document).OrderLimit.properties.error.properties.details = {
        allOf: [
          { type: "object", properties: { limit: { allOf: [properties.limit] } }, required: ["limit"] },
          nested({ type: "object", properties: { plan: properties.plan, since: nested(properties.since) } }),
          { required },
        ],
      };
    },
    "an answer that is nothing but an error, in allOf": (document) => {
      const { schema } = post(document)["402"].content["application/json"];
      post(document)["402"].content["application/json"].schema = { allOf: [{ allOf: [schema] }] };
    },
    "a type as the only alternative": (document) => {
      const { since } = limit(document).properties;
      limit(document).properties.since = { anyOf: [{ ...since }] };
    },
    "a constant as an enum": (document) => {
      const { code } = schemas(document).OrderLimit.properties.error.properties;
      schemas(document).OrderLimit.properties.error.properties.code = { enum: [code.const] };
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

test("every rule has an edit that it is found by", () => {
  const found = new Set(
    Object.values(edits).flatMap(({ says, back }) => [...says, ...back].map((text) => text.split(" ")[0])),
  );
  assert.deepEqual(
    Object.keys(rules).filter((id) => !found.has(id)),
    // Found between two configs, not between two documents: test/diff/cli has it.
    ["api-removed"],
  );
});

test("every rule says who is hurt, unless it is a note", () => {
  for (const [id, { level, hurts, meaning }] of Object.entries(rules)) {
    assert.ok(level === "note" || hurts.length > 0, id);
    assert.match(meaning, /^[A-Z].*\.$/, id);
  }
});

async function bothWays(
  t: TestContext,
  edit: Edit,
  given: Edit = () => undefined,
): Promise<{ there: Change[]; again: Change[] }> {
  const folder = temporaryFolder(t);
  const base = () => {
    const document = shop();
    return given(document) ?? document;
  };
  const document = base();
  writeFileSync(join(folder, "old.json"), JSON.stringify(base()));
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
