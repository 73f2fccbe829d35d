import assert from "node:assert/strict";
import { test } from "node:test";
import { everyError } from "./api.js";
import { serveExpress } from "./express.js";
import { serveFastify } from "./fastify.js";
import { serveHono } from "./hono.js";
import { serveNode } from "./node-http.js";
import { type Serve, urlOf } from "./serve.js";

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
