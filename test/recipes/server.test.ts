import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { HTTPException } from "hono/http-exception";
import { runCli, temporaryFolder } from "../support/cli.js";
import { type Api, everyError, type ThrownCase } from "./api.js";
import { serveExpress } from "./express.js";
import { serveFastify } from "./fastify.js";
import { serveHono } from "./hono.js";
import { serveNode } from "./node-http.js";
import { type Serve, type Served, urlOf } from "./serve.js";

const recipes: Record<string, Serve> = {
  Express: serveExpress,
  Fastify: serveFastify,
  Hono: serveHono,
  "node:http": serveNode,
};

for (const [name, serve] of Object.entries(recipes)) {
  test(`every error of every API thrown in ${name} comes back as itself`, async () => {
    const cases = await everyError();
    assert.ok(cases.length > 50);
    for (const { id, api, code, wire, make } of cases) {
      const thrown = make();
      const server = await serve(() => {
        throw thrown;
      }, api);
      const response = await fetch(urlOf(server));
      const error = await api.errorFrom(response);
      server.close();

      const at = `${id} ${code}`;
      assert.equal(error.code, code, at);
      assert.equal(error.listed, true, at);
      assert.equal(error.status, thrown.status, at);
      assert.equal(error.message, `About ${code}.`, at);
      assert.deepEqual(error.details, thrown.details, at);
      assert.deepEqual(error.fields, thrown.fields, at);
      assert.equal(error.requestId, thrown.requestId, at);
      assert.equal(error.retryAfter, thrown.retryAfter, at);
      if (wire) assert.deepEqual(error.deviations, [], at);
    }
  });
}

for (const [name, serve] of Object.entries(recipes)) {
  test(`an error of a document that declares no body is answered without one in ${name}`, async (t) => {
    const api = await apiOf(t, withoutBody);
    const response = await answerOf(t, serve, api, api.errors.http500({ retryAfter: 7 }));
    const sent = ["content-type", "retry-after"].map((header) => response.headers.get(header));
    assert.deepEqual([response.status, ...sent, await response.text()], [500, null, "7", ""]);
  });

  test(`what is no error of ours is a 500 in ${name}, as often as it comes`, async (t) => {
    t.mock.method(console, "error", () => {});
    const [{ api }] = (await everyError()) as [ThrownCase];
    const server = await served(t, serve, api, new Error("It broke."));
    for (const url of [urlOf(server), urlOf(server)]) assert.equal((await fetch(url)).status, 500);
  });
}

test("Hono's own errors stay what they are", async (t) => {
  const [{ api }] = (await everyError()) as [ThrownCase];
  const response = await answerOf(t, serveHono, api, new HTTPException(401, { message: "Who is it?" }));
  assert.deepEqual([response.status, await response.text()], [401, "Who is it?"]);
});

/** As a document says it, and as it goes over the wire. */
const wholeBodies = [
  { type: "text/plain", sent: "sold_out" },
  { type: "application/json", sent: '"sold_out"' },
];

for (const [name, serve] of Object.entries(recipes))
  for (const { type, sent } of wholeBodies)
    test(`a body that is the code is sent as ${type} has it in ${name}`, async (t) => {
      const api = await apiOf(t, bodyOf(type));
      const { soldOut } = api.errors as unknown as Record<"soldOut", () => ReturnType<Api["errors"]["http500"]>>;
      assert.equal(soldOut().bodyText, sent);
      const response = await answerOf(t, serve, api, soldOut());
      assert.equal(response.headers.get("content-type")?.split(";")[0], type);
      assert.equal(await response.clone().text(), sent);
      const { code, deviations } = await api.errorFrom(response);
      assert.deepEqual([code, deviations], ["sold_out", []]);
    });

const bodyOf = (type: string) => `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /orders:
    get:
      responses:
        "409":
          description: It is sold out.
          content: { ${type}: { schema: { enum: [sold_out, out_of_season] }, example: sold_out } }
`;

const withoutBody = `openapi: 3.1.0
info: { title: Shop, version: "1" }
x-error-contract:
  id: shop
  envelopes: [{ name: error, code: /code, message: /message }]
paths:
  /orders:
    get:
      responses:
        "409":
          description: It is sold out.
          content:
            application/json:
              schema: { properties: { code: { const: sold_out }, message: { type: string } } }
              example: { code: sold_out, message: Sold out. }
        "500": { description: It failed. }
`;

/** What is generated from a document. */
async function apiOf(t: TestContext, document: string): Promise<Api> {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), document);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const { status, stderr } = runCli(["generate", "openapi.yaml"], { cwd: folder });
  assert.equal(status, 0, stderr);
  return import(pathToFileURL(join(folder, "generated/shop/index.ts")).href);
}

async function served(t: TestContext, serve: Serve, api: Api, thrown: unknown): Promise<Served> {
  const server = await serve(() => {
    throw thrown;
  }, api);
  t.after(() => server.close());
  return server;
}

async function answerOf(t: TestContext, serve: Serve, api: Api, thrown: unknown): Promise<Response> {
  return fetch(urlOf(await served(t, serve, api, thrown)));
}
