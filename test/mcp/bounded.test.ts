import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { temporaryFolder, together } from "../support/cli.js";
import { connect, type Session } from "./client.js";

/** As many codes as wanted, all of one operation, with texts that are as long as they are hostile. */
function largeDocument(count: number, text: string): string {
  const codes = Array.from({ length: count }, (_, at) => `code_${at}`);
  const schemas = codes.map((code) => [
    code,
    {
      title: `${code} ${text}`,
      description: text,
      "x-error": { resolution: text, causes: [text] },
      type: "object",
      required: ["code", "message"],
      properties: { code: { const: code }, message: { type: "string" } },
      example: { code, message: "No." },
    },
  ]);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: `Large ${text}`, version: "1.0.0" },
    "x-error-contract": { id: "large", envelopes: [{ name: "plain", code: "/code", message: "/message" }] },
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          responses: {
            "400": {
              description: text,
              content: {
                "application/json": {
                  schema: { oneOf: codes.map((code) => ({ $ref: `#/components/schemas/${code}` })) },
                  examples: Object.fromEntries(codes.map((code) => [code, { value: { code, message: "No." } }])),
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: Object.fromEntries(schemas) },
  });
}

async function sessionOn(t: Parameters<typeof connect>[0], document: string): Promise<Session> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "large.json"), document);
  return connect(t, folder, ["large.json"]);
}

describe("answers stay small, whatever a document holds", together, () => {
  test("thousands of codes: pages that together hold each of them once", async (t) => {
    const { call, client } = await sessionOn(t, largeDocument(2000, "text"));
    const codes: string[] = [];
    let cursor: string | null = "0";
    while (cursor !== null) {
      const { data, text } = await call("list_errors", { operation: "createThing", cursor });
      assert.ok(text.length <= 21_000 && JSON.stringify(data).length <= 21_000);
      codes.push(...data.errors.map(({ code }: { code: string }) => code));
      cursor = data.next;
    }
    assert.deepEqual([codes.length, new Set(codes).size], [2000, 2000]);
    const uris: string[] = [];
    for (let next: string | undefined = "0"; next !== undefined; ) {
      const { resources, nextCursor } = await client.listResources({ cursor: next });
      uris.push(...resources.map(({ uri }) => uri));
      next = nextCursor;
    }
    assert.deepEqual([uris.length, new Set(uris).size], [2001, 2001]);
    const { completion } = await client.complete({
      ref: { type: "ref/resource", uri: "openapi-errors://{api}/codes/{code}" },
      argument: { name: "code", value: "code_1" },
    });
    assert.deepEqual([completion.values.length, completion.total, completion.hasMore], [100, 1111, true]);
    // Handlers for as many as fit.
    const { data } = await call("handle_errors", { operation: "createThing" });
    assert.match(data.program, /match\.partial\(/);
    assert.match(data.notes.join(), /1970 more codes are left out here/);
  });

  test("texts of any length, which hide and move", async (t) => {
    const marks = `\u001b[2J\u202e*/ """ \${x} </script> \u0000 `;
    const text = `${marks}${"long ".repeat(4000)}${marks}`;
    const { call, client } = await sessionOn(t, largeDocument(20, text));
    const asked: [string, Record<string, unknown>][] = [
      ["list_errors", {}],
      ["explain_error", { error: "code_1" }],
      ["explain_error", { error: "400" }],
      ["explain_error", { error: '{"code":"code_1","message":"x"}', operation: "createThing" }],
      ...["typescript", "python"].map((language): [string, Record<string, unknown>] => [
        "handle_errors",
        { operation: "createThing", language },
      ]),
      ["handle_errors", { operation: "createThing", side: "server" }],
      ["handle_errors", { code: "code_1" }],
      ["check_document", {}],
      ["scan_document", { document: "large.json" }],
    ];
    for (const [name, given] of asked) {
      const answer = await call(name, given);
      const data = JSON.stringify(answer.data ?? null);
      const sizes = `${name} ${JSON.stringify(given)}: ${answer.text.length}, ${data.length}`;
      assert.equal(answer.isError, false, answer.text.slice(0, 300));
      assert.ok(answer.text.length <= 21_000 && data.length <= 30_000, sizes);
      const texts = [answer.text];
      JSON.stringify(answer.data, (_, value) => (typeof value === "string" ? texts.push(value) : value));
      assert.doesNotMatch(texts.join(""), /[\u0000\u001b\u202e]/, name);
    }
    const { resources } = await client.listResources();
    assert.ok(JSON.stringify(resources).length < 30_000);
  });
});
