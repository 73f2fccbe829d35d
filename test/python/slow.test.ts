import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { serve } from "../support/serve.js";
import { raisedOver } from "./over-http.js";

const start = "what has come so far ";

function trickle(response: ServerResponse): void {
  response.write(start);
  const timer = setInterval(() => response.write("."), 50);
  response.on("close", () => clearInterval(timer));
}

/** Bodies that do not end within the time. */
const slow: Readonly<Record<string, (response: ServerResponse) => void>> = {
  trickles: (response) => trickle(response.writeHead(503, { "content-type": "text/plain" })),
  "trickles-with-length": (response) =>
    trickle(response.writeHead(503, { "content-type": "text/plain", "content-length": 1_000_000 })),
  stops: (response) => void response.writeHead(503, { "content-type": "text/plain" }).write(start),
  "never-comes": (response) => response.writeHead(503, { "content-type": "text/plain" }).flushHeaders(),
};

test("raise_for_error ends in its time, however slowly a body comes: what has come is the body", async (t) => {
  const address = await serve(t, (request, response) => slow[request.url?.slice(1) ?? ""]!(response));
  const names = Object.keys(slow);
  const began = Date.now();
  const found = await raisedOver(
    names.map((name) => `${address}${name}`),
    0.5,
  );
  // Without a bound, a client's own limit of a minute is never reached by what trickles.
  assert.ok(Date.now() - began < 55_000);
  for (const [i, name] of names.entries())
    for (const [client, { failure, status, message, deviations = [] }] of Object.entries(found[i]!)) {
      const where = `${name}, ${client}`;
      assert.deepEqual([failure, status], [undefined, 503], where);
      const { expected, found: lost } = deviations.at(-1)!;
      assert.equal(expected, "a whole body", where);
      // urllib3 1 gives nothing of a body of known length before it has as much as was asked for.
      if (name === "never-comes" || lost === "a body that could not be read") assert.equal(message, "HTTP 503", where);
      else assert.ok(message?.startsWith(start.trim()), `${where}: ${message}`);
      if (name.startsWith("trickles") && client.startsWith("urllib ")) assert.equal(lost, "a part of it", where);
    }
});

test("a body of 100 MB that was compressed takes little memory", async (t) => {
  const bomb = gzipSync(Buffer.alloc(100_000_000, "a"));
  const raw = { "content-type": "text/plain", "content-encoding": "gzip", "content-length": bomb.length };
  const address = await serve(t, (_request, response) => response.writeHead(400, raw).end(bomb));
  const [found = {}] = await raisedOver([address], 10);
  for (const [client, { failure, status, size, grown }] of Object.entries(found)) {
    assert.deepEqual([failure, status, size], [undefined, 400, 1024 * 1024], client);
    assert.ok(grown! < 32, `${client}: ${grown} MB`);
  }
});
