import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";

type Shown = Readonly<Record<string, unknown>>;

/** A document with one error, and more of it. */
function documentWith(answer: object, more: Shown): string {
  const properties = { code: { const: "gone" }, message: { type: "string" } };
  const schema = { type: "object", required: ["code", "message"], properties };
  const example = { code: "gone", message: "It is gone." };
  const gone = { description: "Gone", content: { "application/json": { schema, example } } };
  return JSON.stringify({
    openapi: "3.1.0",
    "x-error-contract": { id: "shop", envelopes: [{ name: "error", code: "/code", message: "/message" }] },
    paths: { "/things": { get: { operationId: "listThings", responses: { 200: answer, 410: gone } } } },
    info: { title: "Shop", version: "1" },
    ...more,
  });
}

async function pageOf(folder: string, document: string): Promise<string> {
  writeFileSync(join(folder, "openapi.json"), document);
  const { status, stderr } = await startCli(["generate", "openapi.json", "--emit", "docs"], { cwd: folder });
  assert.equal(status, 0, stderr);
  return readFileSync(join(folder, "generated/docs/shop/index.html"), "utf8");
}

/** The document that a Redoc page shows. */
function shownIn(page: string) {
  return JSON.parse(/<script type="application\/json" id="definition">(.*)<\/script>/.exec(page)?.[1] ?? "");
}

test("values that a document refers to stand in its Redoc page, since Redoc looks none up", together, async (t) => {
  const to = (name: string) => ({ $ref: `#/x-values/${name}` });
  const thing = {
    type: "object",
    required: to("list"),
    default: to("object"),
    properties: {
      list: { type: "string", enum: to("list"), description: to("text"), maxLength: to("number") },
      example: to("object"),
      anything: to("boolean"),
      itself: to("itself"),
    },
    example: to("object"),
    examples: [to("object")],
  };
  const answer = { description: "OK", content: { "application/json": { schema: thing, example: to("missing") } } };
  const values = {
    list: ["list"],
    text: "A <script>thing",
    number: 7,
    object: { type: "integer" },
    boolean: true,
    itself: to("itself"),
  };
  const page = await pageOf(temporaryFolder(t), documentWith(answer, { "x-values": values }));
  const { schema, example } = shownIn(page).paths["/things"].get.responses["200"].content["application/json"];
  assert.deepEqual(schema, {
    ...thing,
    required: ["list"],
    properties: {
      ...thing.properties,
      list: { type: "string", enum: ["list"], description: "A &lt;script>thing", maxLength: 7 },
    },
    example: { type: "integer" },
  });
  assert.deepEqual(example, to("missing"));
});

test("a long list that thousands refer to does not stand in each of their places", together, async (t) => {
  const codes = Array.from({ length: 10_000 }, (_, index) => `code_${index}`);
  const all = { type: "string", enum: { $ref: "#/x-codes" } };
  const properties = Object.fromEntries(codes.slice(0, 2000).map((code) => [code, all]));
  const answer = { description: "OK", content: { "application/json": { schema: { type: "object", properties } } } };
  const page = await pageOf(temporaryFolder(t), documentWith(answer, { "x-codes": codes }));
  assert.ok(page.length < 6_000_000, `${page.length}`);
});

test(
  "a Redoc page has the title that the other pages have, where the document says none as well",
  together,
  async (t) => {
    for (const [title, shown] of [
      ["Shop & Sons", "Shop &#38; Sons"],
      ["", "shop"],
      [undefined, "shop"],
      [2024, "shop"],
    ]) {
      const folder = temporaryFolder(t);
      const page = await pageOf(folder, documentWith({ description: "OK" }, { info: { title, version: "1" } }));
      assert.match(page, new RegExp(`<title>${shown}</title>`));
      const matrix = readFileSync(join(folder, "generated/docs/shop/matrix.html"), "utf8");
      assert.match(matrix, new RegExp(`<title>[^<]* ${shown}</title>`));
    }
  },
);

test("tags that are no list keep the errors from no page", together, async (t) => {
  const values = { tags: [{ name: "Things" }] };
  for (const [tags, names] of [
    [{}, ["Errors"]],
    [{ $ref: "#/x-values/tags" }, ["Things", "Errors"]],
  ] as const) {
    const page = await pageOf(temporaryFolder(t), documentWith({ description: "OK" }, { tags, "x-values": values }));
    assert.deepEqual(
      shownIn(page).tags.map(({ name }: { name: string }) => name),
      names,
    );
  }
});
