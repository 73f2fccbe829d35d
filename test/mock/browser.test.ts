import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, mockHarbour } from "./harbour.js";

const page = "http://localhost:5173";

test("a page of this machine may ask for anything, and read all of an answer", async (t) => {
  const { url } = await mockHarbour(t);
  const preflight = await ask(`${url}/ships`, {
    method: "OPTIONS",
    headers: {
      Origin: page,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type,prefer",
    },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers["access-control-allow-origin"], page);
  assert.equal(preflight.headers["access-control-allow-methods"], "POST");
  assert.equal(preflight.headers["access-control-allow-headers"], "content-type,prefer");
  assert.equal(preflight.headers["access-control-allow-credentials"], "true");
  // An operation may be one that OPTIONS is for.
  assert.equal((await ask(`${url}/ships`, { method: "OPTIONS", headers: { Origin: page } })).status, 404);

  for (const prefer of ["error=slow_down", "failure=gateway", "", "error=none"]) {
    const { headers } = await ask(`${url}/ships`, { headers: { Origin: page, Prefer: prefer } });
    assert.deepEqual([headers["access-control-allow-origin"], headers.vary], [page, "Origin"], prefer);
    const shown = headers["access-control-expose-headers"]?.toLowerCase().split(", ") ?? [];
    for (const name of ["retry-after", "preference-applied", "x-error-code", "openapi-errors-mock"])
      assert.equal(shown.includes(name), headers[name] !== undefined, `${prefer}: ${name}`);
  }
  const plain = await ask(`${url}/ships`);
  assert.equal(plain.headers["access-control-allow-origin"], undefined);
});

test("pages of others may not ask, nor by a name that somebody else can have", async (t) => {
  const { url } = await mockHarbour(t, { origins: ["https://app.example.com"] });
  const status = async (headers: Record<string, string>) => (await ask(`${url}/ships`, { headers })).status;
  for (const origin of [
    "https://evil.example",
    "null",
    "http://localhost.evil.example",
    "http://8.8.8.8",
    "http://1.10.0.1",
  ]) {
    const answer = await ask(`${url}/ships`, { headers: { Origin: origin } });
    assert.deepEqual([answer.status, answer.headers["access-control-allow-origin"]], [403, undefined], origin);
    assert.match(answer.body, /start it with --origin/);
  }
  for (const origin of [
    ...["http://127.0.0.1:3000", "http://[::1]:3000", "http://10.0.2.2", "http://app.localhost", "https://shop.test"],
    ...["https://app.example.com", "http://build:8080"],
  ])
    assert.equal(await status({ Origin: origin }), 200, origin);
  for (const host of ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example"])
    assert.equal(await status({ Host: host }), 403, host);
  for (const host of ["localhost", "host.docker.internal:8080", "10.0.2.2:8080", "mock", "[::1]:80", "LOCALHOST:1"])
    assert.equal(await status({ Host: host }), 200, host);
});
