import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, temporaryFolder, together } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";

const responses = {
  404: {
    description: "None",
    content: {
      "application/json": {
        schema: { type: "object", required: ["code"], properties: { code: { enum: ["no_parcel", "no_label"] } } },
      },
    },
  },
};

function document(title: string, paths: object): string {
  return JSON.stringify({ openapi: "3.0.3", info: { title, version: "1" }, paths });
}

describe("in a document that nobody prepared, names that can't be used get others", together, () => {
  for (const [title, id] of [
    ["Docs", "docs_api"],
    ["Runtime", "runtime_api"],
    ["Class", "class_api"],
    ["Import!", "import_api"],
    ["Con", "con_api"],
    ["Parcels", "parcels"],
    ["Café Zürich", "cafe_zurich"],
    ["Parcels ".repeat(20), "parcels_parcels_parcels_parcels_parcels_parcels_parcels_parcels_parcels_parcels"],
  ] as const)
    test(`an API called ${title.trim()} is \`${id}\``, async (t) => {
      const folder = temporaryFolder(t);
      writeFileSync(join(folder, "openapi.json"), document(title, { "/parcels": { get: { responses } } }));
      const { status, stderr } = await startCli(["generate", "openapi.json", "-o", "out"], { cwd: folder });
      assert.equal(status, 0, stderr);
      const folders = readdirSync(join(folder, "out")).filter((name) => !name.startsWith("."));
      assert.deepEqual(folders.sort(), [id, "runtime"].sort());
    });

  test("of operations with one operationId, the first by path and method keeps it, however they are written", async (t) => {
    const folder = temporaryFolder(t);
    const get = { operationId: "readParcel", responses };
    const operations = [
      ["/parcels", { get, head: get }],
      ["/parcels/{id}", { get }],
      // Called like the place of another one.
      ["/labels", { post: { operationId: "HEAD /parcels", responses } }],
      ["/lists", { get: { responses } }],
    ] as const;
    const written: string[] = [];
    for (const [name, entries] of [
      ["one", operations],
      [
        "two",
        operations.toReversed().map(([path, item]) => [path, Object.fromEntries(Object.entries(item).reverse())]),
      ],
    ] as const) {
      writeFileSync(join(folder, `${name}.json`), document("Parcels", Object.fromEntries(entries)));
      const run = await startCli(["generate", `${name}.json`, "-o", name], { cwd: folder });
      assert.equal(run.status, 0, run.stderr);
      assert.match(
        run.stderr,
        /: note: GET \/parcels is called `readParcel` too: this operation is `HEAD \/parcels` \(operation-duplicate\)/,
      );
      written.push(readFileSync(join(folder, name, "parcels/errors.json"), "utf8"));
    }
    assert.equal(written[0], written[1]);
    assert.deepEqual(
      JSON.parse(written[0]!).operations.map(({ id }: { id: string }) => id),
      ["POST /labels", "GET /lists", "readParcel", "HEAD /parcels", "GET /parcels/{id}"],
    );
    assert.equal(compileStrictly(join(folder, "one")), "");
  });
});
