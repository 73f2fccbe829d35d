import assert from "node:assert/strict";
import { test } from "node:test";
import { mock } from "../../generator/api/index.js";
import { ask, codeIn, harbour, mockHarbour } from "./harbour.js";

test("where nothing is asked, an operation succeeds: with the document's example, else with a sample of its schema", async (t) => {
  const { url } = await mockHarbour(t);
  const list = await ask(`${url}/ships`);
  assert.deepEqual(
    [list.status, list.headers["content-type"], list.headers["x-total"]],
    [200, "application/json", "2"],
  );
  assert.deepEqual(JSON.parse(list.body), [{ id: 3, name: "textxx", flag: "red", born: "2030-01-01" }]);
  const added = await ask(`${url}/ships`, { method: "POST", body: "{}" });
  assert.deepEqual([added.status, JSON.parse(added.body)], [201, { id: 7, name: "Vega" }]);
  const removed = await ask(`${url}/ships/7`, { method: "DELETE" });
  assert.deepEqual([removed.status, removed.body, removed.headers["content-length"]], [204, "", undefined]);
  const own = await ask(`${url}/ships/mine`);
  assert.deepEqual([own.status, own.headers["content-type"], own.body], [200, "text/plain", "Vega"]);
  assert.equal((await ask(`${url}/ships/mine`, { headers: { Prefer: "example=other" } })).status, 400);
});

test("HEAD has the headers of GET and no body, the code among them where the document says so", async (t) => {
  const { url } = await mockHarbour(t);
  const [get, head] = await Promise.all([ask(`${url}/ships`), ask(`${url}/ships`, { method: "HEAD" })]);
  assert.deepEqual([head.status, head.body, head.headers["content-length"]], [200, "", get.headers["content-length"]]);
  const failed = await ask(`${url}/ships`, { method: "HEAD", headers: { Prefer: "error=slow_down" } });
  assert.deepEqual([failed.status, failed.body, failed.headers["x-error-code"]], [429, "", "slow_down"]);
});

test("paths lead to operations with the path of a server and without it, and `/` lists them", async (t) => {
  const { url } = await mockHarbour(t);
  for (const path of ["/ships", "/v2/ships", "/harbour/ships", "/harbour/v2/ships", "/ships/", "/ships?page=1"])
    assert.equal((await ask(url + path)).status, 200, path);
  for (const path of ["/v3/ships", "/ships/7/8", "/x/ships", "/shipsx"])
    assert.equal((await ask(url + path)).status, 404, path);
  const index = await ask(`${url}/`);
  assert.equal(index.status, 200);
  assert.match(index.body, /^GET \/ships\n {4}429 {2}slow_down\n/m);
  assert.equal((await ask(`${url}/harbour`)).body, index.body);
});

test("several APIs are served at once, each also below its id where they overlap", async (t) => {
  const other = harbour.replace("id: harbour", "id: marina").replaceAll("slow_down", "too_fast").replace("/v2", "/m");
  const server = await mock([
    { path: "harbour.yaml", text: harbour },
    { path: "marina.yaml", text: other },
  ]);
  t.after(() => server.close());
  const codeAt = async (path: string) => codeIn(await ask(server.url + path, { headers: { Prefer: "code=429" } }));
  assert.deepEqual(
    await Promise.all(["/ships", "/marina/ships", "/m/ships", "/marina/m/ships", "/v2/ships"].map(codeAt)),
    ["slow_down", "too_fast", "too_fast", "too_fast", "slow_down"],
  );
});

test("of a document that nobody prepared, an operation answers with its own examples, wherever they are written", async (t) => {
  const missing = (content: string) =>
    `"404": { description: Gone., content: { application/json: { schema: { $ref: "#/components/schemas/Fault" }${content} } } }`;
  const text = `openapi: 3.0.3
info: { title: Quay, version: "1" }
paths:
  /a:
    get:
      responses:
        "200": { description: Fine., content: { application/json: { examples: { one: { value: { $ref: "#/components/examples/one" } } } } } }
        ${missing(", example: { message: There is no a. }")}
  /b: { get: { responses: { ${missing("")} } } }
components:
  examples: { one: { value: { a: 1 } } }
  schemas: { Fault: { type: object, required: [message], properties: { message: { type: string } } } }
`;
  const server = await mock({ path: "quay.yaml", text });
  t.after(() => server.close());
  const bodyOf = async (path: string): Promise<unknown> => JSON.parse((await ask(server.url + path)).body);
  assert.deepEqual(await bodyOf("/a"), { a: 1 });
  assert.deepEqual(await bodyOf("/a?__code=404"), { message: "There is no a." });
  // What another operation says of a status without codes is about something else.
  assert.deepEqual(await bodyOf("/b?__code=404"), { message: "Gone." });
});
