import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, codeIn, mockHarbour } from "./harbour.js";

test("an error is asked for in a header, in the query, or in front of the path, and the answer says by what it was made", async (t) => {
  const { url } = await mockHarbour(t);
  const at = `${url}/ships`;
  const ways: Readonly<Record<string, Parameters<typeof ask>>> = {
    "error=name_taken": [at, { method: "POST", headers: { Prefer: "error=name_taken" } }],
    'error="name_taken"': [at, { method: "POST", headers: { Prefer: 'ERROR = "name_taken"; x=1' } }],
    "among others": [at, { method: "POST", headers: { Prefer: "return=minimal, error=name_taken, wait=10" } }],
    "several lines": [
      at,
      { method: "POST", headers: { Prefer: ["respond-async", "error=name_taken", "error=slow_down"] } },
    ],
    query: [`${at}?page=1&__error=name_taken`, { method: "POST" }],
    path: [`${url}/__error=name_taken/ships`, { method: "POST" }],
    "path, with the server": [`${url}/__error=name_taken/v2/ships`, { method: "POST" }],
    "the header wins": [`${url}/__error=slow_down/ships`, { method: "POST", headers: { Prefer: "error=name_taken" } }],
  };
  for (const [name, [place, how]] of Object.entries(ways)) {
    const answer = await ask(place, how);
    assert.deepEqual([answer.status, codeIn(answer)], [409, "name_taken"], name);
    assert.equal(answer.headers["preference-applied"], "error=name_taken", name);
    assert.equal(answer.headers["openapi-errors-mock"], undefined);
  }
  const spaced = await ask(at, { method: "POST", headers: { Prefer: 'error="berth, taken"' } });
  assert.deepEqual([codeIn(spaced), spaced.headers["preference-applied"]], ["berth, taken", 'error="berth, taken"']);
  assert.equal(codeIn(await ask(`${at}?__error=berth%2C+taken`, { method: "POST" })), "berth, taken");
});

test("what is said in front of the path is for the operations that have it", async (t) => {
  const { url } = await mockHarbour(t);
  assert.equal((await ask(`${url}/__error=name_taken/ships`, { method: "POST" })).status, 409);
  const other = await ask(`${url}/__error=name_taken/ships`);
  assert.deepEqual([other.status, other.headers["preference-applied"]], [200, undefined]);
});

test("an error is asked for by its status, its example, and with a delay of its own", async (t) => {
  const { url } = await mockHarbour(t);
  const asked = async (prefer: string, method = "POST", path = "/ships") =>
    ask(url + path, { method, headers: { Prefer: prefer } });
  assert.equal(codeIn(await asked("code=409")), "berth, taken");
  assert.match((await asked("code=409, example=other")).body, /Orion/);
  assert.match((await asked("error=name_taken, example=other")).body, /Orion/);
  assert.equal(codeIn(await asked("code=409, example=berth")), "berth, taken");
  assert.equal((await asked("code=201")).status, 201);
  // The most precise that is declared, and any status that a range or `default` stands for.
  assert.equal((await asked("code=503", "GET")).status, 503);
  assert.equal((await asked("code=418", "DELETE", "/ships/7")).status, 418);
  assert.equal((await asked("error=http_5XX, code=507", "GET")).status, 507);

  const slow = await asked("error=slow_down");
  assert.deepEqual([slow.status, slow.headers["retry-after"]], [429, "1"]);
  const slower = await asked("error=slow_down, retry-after=45");
  assert.equal(slower.headers["retry-after"], "45");
  const late = await asked("delay=0.05");
  assert.deepEqual([late.status, late.headers["preference-applied"]], [201, "delay=0.05"]);
});

test("`times` counts for each operation and run, and then all is well", async (t) => {
  const server = await mockHarbour(t);
  const statuses = async (prefer: string, count: number, method = "POST") => {
    const all: number[] = [];
    for (let sent = 0; sent < count; sent += 1)
      all.push((await ask(`${server.url}/ships`, { method, headers: { Prefer: prefer } })).status);
    return all;
  };
  assert.deepEqual(await statuses("error=slow_down, times=2", 4), [429, 429, 201, 201]);
  assert.deepEqual(await statuses("error=slow_down, times=2", 3, "GET"), [429, 429, 200]);
  assert.deepEqual(await statuses("error=name_taken, times=2", 3), [409, 409, 201]);
  assert.deepEqual(await statuses("error=slow_down, times=2, run=b", 3), [429, 429, 201]);
  assert.deepEqual(await statuses("error=slow_down, times=0, run=c", 1), [201]);
  server.reset();
  assert.deepEqual(await statuses("error=slow_down, times=2", 3), [429, 429, 201]);
  const together = await Promise.all(Array.from({ length: 20 }, () => statuses("error=slow_down, times=7, run=d", 1)));
  assert.equal(together.flat().filter((status) => status === 429).length, 7);
});

test("what can't be is refused in plain text that no client takes for the API's, with what to type instead", async (t) => {
  const { url } = await mockHarbour(t);
  const refused: readonly (readonly [string, string, number, RegExp])[] = [
    [
      "POST /ships",
      "error=name_takn",
      400,
      /addShip declares no error `name_takn`; the closest is `name_taken`\n.*\n {2}409 {2}berth, taken\n/,
    ],
    ["GET /ships", "error=name_taken", 400, /listShips declares no error `name_taken`; addShip, removeShip do\n/],
    ["GET /ships", "code=404", 400, /listShips declares no status 404: it has `200`, `429`, `5XX`\n/],
    ["POST /ships", "error=name_taken, example=third", 400, /no example `third` of that: it has `name`, `other`\n/],
    ["POST /ships", "eror=name_taken", 400, /`eror` is none: it may be `error`/],
    ["POST /ships?__cod=404", "", 400, /`__cod` is none: it may be `__code`/],
    ["POST /ships", "error=name_taken, times=often", 400, /`times=often` is how many requests fail: `times=2`/],
    ["POST /ships", "times=2", 400, /say what with `error`, `code` or `failure`/],
    ["POST /ships", "delay=9999", 400, /`delay=9999` is seconds, 3600 at the most/],
    ["POST /ships", "failure=gatway", 400, /no failure `gatway`: there are gateway, .*It may be `gateway`/],
    ["DELETE /ships/7", "failure=truncated", 400, /needs an answer with a body: add `error=<code>`/],
    ["GET /ship", "error=slow_down", 404, /no operation is at GET \/ship; near are:\n {2}GET \/ships {2}listShips\n/],
    ["PUT /ships", "", 404, /no operation is at PUT \/ships, but with other methods there are:\n {2}GET \/ships/],
  ];
  for (const [request, prefer, status, says] of refused) {
    const [method, path] = request.split(" ");
    const answer = await ask(url + path, { method: method!, headers: { Prefer: prefer } });
    assert.deepEqual([answer.status, answer.headers["content-type"]], [status, "text/plain; charset=utf-8"], request);
    assert.match(answer.body, says);
    assert.ok(answer.headers["openapi-errors-mock"], request);
  }
  for (const usual of [
    "wait=5",
    "return=representation",
    "respond-async",
    "handling=lenient",
    "depth-noroot",
    "safe",
    "dynamic=true",
  ])
    assert.equal((await ask(`${url}/ships`, { headers: { Prefer: usual } })).status, 200, usual);
});

test("nothing that is asked for gets into a header, and nothing in a text moves a terminal", async (t) => {
  const { url } = await mockHarbour(t);
  for (const path of [
    "/ships?__error=x%0d%0aSet-Cookie:%20a=1",
    "/ships?__run=%0d%0aA:b&__error=slow_down",
    "/%0d%0a/%1b[2J?__error=a%1b[2J",
    "/__error=%00/ships",
    "/__/ships?__error",
    "/ships?__error=slow_down&__run=%e2%98%83",
    `/${"a".repeat(9000)}`,
    "/ships?%",
    "//ships",
    "/..%2f..%2fetc",
  ]) {
    const answer = await ask(url + path);
    assert.ok([200, 400, 404, 429].includes(answer.status), path);
    assert.equal(answer.headers["set-cookie"], undefined);
    assert.doesNotMatch(answer.body.replaceAll("\n", ""), /\p{Cc}/u, path);
    assert.ok(answer.body.length < 1000, path);
  }
  const bytes = await ask(`${url}/ships`, { headers: { Prefer: Buffer.from("error=schön").toString("latin1") } });
  assert.match(bytes.body, /`schön`/);
});
