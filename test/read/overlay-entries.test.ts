import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startCli, temporaryFolder } from "../support/cli.js";

const answer = (properties: object, example: object) => ({
  description: "No.",
  content: {
    "application/json": { schema: { type: "object", required: Object.keys(properties), properties }, example },
  },
});

const document = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  "x-error-contract": { id: "shop", envelopes: [{ name: "coded", code: "/code" }] },
  paths: {
    "/orders": {
      get: {
        operationId: "getOrders",
        responses: {
          404: answer({ code: { const: "order_missing" } }, { code: "order_missing" }),
          429: answer({ detail: { type: "string" } }, { detail: "Slow down." }),
        },
      },
    },
  },
};

const plain = { name: "plain", message: "/detail" };

/** What the Overlay specification says of a list: an update is an entry to append, or a list of them. */
test("an entry that an overlay adds to a list is there, in 1.0 as in 1.1; what does not fit is told", async (t) => {
  const folder = temporaryFolder(t);
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write("openapi.json", document);
  for (const overlay of ["1.0.0", "1.1.0"]) {
    const lint = async (target: string, update: unknown) => {
      write("overlay.json", { overlay, info: { title: "Ours", version: "1" }, actions: [{ target, update }] });
      return startCli(["generate", "openapi.json", "--overlay", "overlay.json", "--emit", "json"], { cwd: folder });
    };
    for (const update of [plain, [plain]]) {
      const { status, stderr } = await lint("$['x-error-contract'].envelopes", update);
      assert.equal(status, 0, stderr);
      const { envelopes } = JSON.parse(readFileSync(join(folder, "generated/shop/errors.json"), "utf8"));
      assert.deepEqual(
        envelopes.map(({ name }: { readonly name: string }) => name),
        ["coded", "plain"],
      );
    }
    for (const [target, update] of [
      ["$.info", "text"],
      ["$.info.title", { a: 1 }],
    ] as const)
      assert.match(
        (await lint(target, update)).stderr,
        /^overlay\.json:1:\d+: warning: the action is not applied: update type/m,
      );
  }
});
