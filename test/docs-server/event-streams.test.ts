import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { shopFolder } from "../cli/shop.js";
import { serveDocs } from "./server-process.js";

const changes = "/-/changes";

/** Opens a stream with these headers, and gives its answer while it is open. */
async function open(t: TestContext, url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(url);
  const sent: ClientRequest = request({ hostname, port, path: changes, headers });
  sent.on("error", () => {});
  t.after(() => sent.destroy());
  const [answer] = (await once(sent.end(), "response")) as [IncomingMessage];
  answer.on("error", () => {});
  return answer;
}

/** A server whose pages reload, and a change of its document. */
async function watching(t: TestContext) {
  const folder = shopFolder(t);
  const { url, stop } = await serveDocs(t, folder, "openapi.yaml", "--port", "0", "--watch");
  const document = join(folder, "openapi.yaml");
  const change = () => writeFileSync(document, readFileSync(document, "utf8").replace("title: Shop,", "title: Other,"));
  return { url, stop, change };
}

test("changes are told to pages of this server alone, and to so many at the most", async (t) => {
  const { url, stop, change } = await watching(t);
  const { host } = new URL(url);
  for (const headers of [
    { origin: "http://evil.example" },
    { origin: "null" },
    { origin: `http://evil.example:${new URL(url).port}` },
    { origin: "http://127.0.0.1:1" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { host: "evil.example" },
  ]) {
    const refused = await open(t, url, headers);
    assert.equal(refused.statusCode, 403, JSON.stringify(headers));
    assert.equal(refused.headers["access-control-allow-origin"], undefined);
    refused.resume();
  }
  const own = { origin: `http://${host}`, "sec-fetch-site": "same-origin" };
  const first = await open(t, url, own);
  assert.deepEqual([first.statusCode, first.headers["content-type"]], [200, "text/event-stream"]);
  assert.equal(first.headers["access-control-allow-origin"], undefined);

  let closed = 0;
  const count = (answer: IncomingMessage) => answer.resume().once("close", () => (closed += 1));
  count(first);
  const more = [];
  for (let at = 0; at < 300; at += 1) {
    const answer = await open(t, url);
    count(answer);
    more.push(answer);
  }
  const last = more.at(-1)!;
  const told = new Promise<string>((resolve) => {
    last.setEncoding("utf8");
    last.on("data", (text: string) => text.includes("data: changed") && resolve(text));
  });
  change();
  assert.match(await told, /data: changed/);
  assert.equal(closed, more.length + 1 - 100, "the oldest are closed");
  assert.equal((await stop()).status, 0);
});
