import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { after, before, test } from "node:test";
import { errors, isError } from "../../generated/tenantcore/index.js";
import {
  type Ask,
  askAxios,
  askAxiosForBlob,
  askFetch,
  askFetchWithRetry,
  askKy,
  askKy1,
  askLatestTanstackQuery,
  askOpenapiFetch,
  askTanstackQuery,
} from "./clients.js";
import { urlOf } from "./serve.js";

const clients: Record<string, Ask> = {
  fetch: askFetch,
  "fetch with withRetry": askFetchWithRetry,
  "openapi-fetch": askOpenapiFetch,
  ky: askKy,
  "ky 1": askKy1,
  axios: askAxios,
  "TanStack Query": askTanstackQuery,
  "TanStack Query, latest": askLatestTanstackQuery,
};

const details = { plan_name: "API Starter", tenant_limit: 25, connected_tenants_count: 25, remaining_tenants: 0 };
let answers: ((response: import("node:http").ServerResponse) => void)[] = [];
let requests = 0;
let server: Server;

before(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    (answers.shift() ?? ((last) => last.writeHead(200, { "content-type": "application/json" }).end("[]")))(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
after(() => server.close());

const limitReached = (response: import("node:http").ServerResponse) => {
  const { status, headers, body } = errors.tenantLimitReached(details, { message: "Full." });
  response.writeHead(status, headers).end(JSON.stringify(body));
};
const unavailable = (response: import("node:http").ServerResponse) =>
  response.writeHead(503, { "content-type": "text/html", "retry-after": "0" }).end("<h1>Bad gateway</h1>");

for (const [name, ask] of Object.entries(clients)) {
  test(`${name} rejects with the typed error`, async () => {
    answers = [limitReached];
    requests = 0;
    await assert.rejects(ask(urlOf(server)), (error) => {
      assert.ok(isError(error, "tenant_limit_reached"));
      assert.deepEqual(error.details, details);
      assert.equal(error.message, "Full.");
      assert.deepEqual(error.deviations, []);
      return true;
    });
    assert.equal(requests, 1, "a quota is not asked for again");
  });

  test(`${name} gives the answer of a good request`, async () => {
    answers = [];
    assert.deepEqual(await ask(`${urlOf(server)}`), []);
  });
}

const reset = (response: import("node:http").ServerResponse) => response.socket?.resetAndDestroy();

for (const name of ["fetch with withRetry", "TanStack Query", "TanStack Query, latest"]) {
  test(`${name} asks again where the contract says so, and no more often`, async () => {
    answers = [unavailable, unavailable];
    requests = 0;
    assert.deepEqual(await clients[name]!(`${urlOf(server)}?retry`), []);
    assert.equal(requests, 3);

    answers = [unavailable, unavailable, unavailable, unavailable];
    requests = 0;
    await assert.rejects(clients[name]!(`${urlOf(server)}?giveup`), (error) => isError(error) && error.status === 503);
    assert.equal(requests, 3);
  });

  test(`${name} asks again where no answer came`, async (t) => {
    t.mock.method(Math, "random", () => 0);
    answers = [reset];
    requests = 0;
    assert.deepEqual(await clients[name]!(`${urlOf(server)}?reset`), []);
    assert.equal(requests, 2);
  });
}

test("axios tells the error of a file that was asked for", async () => {
  answers = [limitReached];
  await assert.rejects(askAxiosForBlob(urlOf(server)), (error) => isError(error, "tenant_limit_reached"));
});

test("what a client was asked is told, but for what may be secret, and no logger finds the rest", async () => {
  answers = [limitReached];
  await assert.rejects(askAxios(`${urlOf(server)}?key=s3cret`), (error) => {
    assert.ok(isError(error));
    assert.deepEqual(error.request, { method: "get", url: urlOf(server) });
    assert.equal(error.cause, undefined);
    return true;
  });
});
