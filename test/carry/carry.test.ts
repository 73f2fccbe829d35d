import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { Worker } from "node:worker_threads";
import * as momail from "../../generated/momail/index.js";
import { errors, fromJSON, isError, parseError, telemetryAttributes, toProblem } from "../../generated/momail/index.js";
import * as themes from "../../generated/themes/index.js";

const limited = () => errors.rateLimitExceeded({ limit: 20, window: "minute", retry_after: 45 }, { message: "Slow." });

test("an error goes to a worker and back as JSON, and is the same error", async () => {
  const echo =
    'require("node:worker_threads").parentPort.once("message", (json) => process.exit(void require("node:worker_threads").parentPort.postMessage(json)))';
  const worker = new Worker(echo, { eval: true });
  const sent = limited();
  worker.postMessage(sent.toJSON());
  const [json] = await once(worker, "message");
  const received = fromJSON(json);
  assert.ok(isError(received, "RATE_LIMIT_EXCEEDED"));
  assert.deepEqual(received.details, sent.details);
  assert.equal(received.message, "Slow.");
  assert.equal(received.retryAfter, 45);
  assert.deepEqual(received.toJSON(), sent.toJSON());
});

test("what is not the JSON of an error of this API comes back as an unlisted error, without a throw", () => {
  const foreign = themes.parseError({ status: 404 }).toJSON();
  for (const json of [null, 42, "x", {}, foreign] as never[]) {
    const error = fromJSON(json);
    assert.ok(isError(error) && !error.listed);
    assert.equal(error.status, 0);
  }
});

test("an error of any code is the same once it comes back: a code that nobody listed is kept as far as it is sent", () => {
  for (const code of [
    "c".repeat(2 ** 20),
    `${"c".repeat(1999)}😀`,
    "\ud800",
    "\u001b[2J\u202e",
    "__proto__",
    "c".repeat(2000),
  ]) {
    const body = { success: false, error: { code, message: "m".repeat(9000) } };
    const sent = parseError({ status: 404, body });
    assert.ok(code.startsWith(sent.code) && sent.code.length === Math.min(code.length, 2000));
    const received = fromJSON(JSON.parse(JSON.stringify(sent)));
    assert.equal(received.code, sent.code);
    assert.equal(received.message, sent.message);
    assert.deepEqual(received.toJSON(), sent.toJSON());
    assert.equal(fromJSON({ ...sent.toJSON(), code } as never).code, sent.code);
  }
});

test("JSON in which nothing is what it should be comes back without a throw", () => {
  const wrong = JSON.parse('{"toString":1}');
  for (const value of [wrong, [wrong], null, 7, true]) {
    const members = ["code", "status", "message", "fields", "closest", "listed", "deviations", "category", "requestId"];
    const json = Object.fromEntries(members.map((name) => [name, value]));
    const error = fromJSON({ ...json, api: "momail" } as never);
    assert.deepEqual([typeof error.code, typeof error.message, error.listed], ["string", "string", false]);
    assert.ok(Array.isArray(error.fields) && Number.isInteger(error.status));
    assert.equal(typeof inspect(error), "string");
  }
});

test("an error is recognised in another realm", () => {
  const inOtherRealm = vm.runInNewContext("Object.assign(new Error('m'), { code: 'X', listed: false })");
  assert.equal(isError(inOtherRealm), false);
  const brand = Object.getOwnPropertySymbols(limited()).find((symbol) => String(symbol).includes("openapi-errors"))!;
  Object.defineProperty(inOtherRealm, brand, { value: "momail" });
  assert.equal(inOtherRealm instanceof Error, false);
  assert.equal(isError(inOtherRealm), true);
  assert.equal(themes.isError(inOtherRealm), false);
});

test("printing an error shows neither its body nor its headers", () => {
  const body = { success: false, error: { code: "NOT_FOUND", message: "m", secret: "s3cret" } };
  const headers = { "set-cookie": "s3cret", authorization: "s3cret", "x-trace": "s3cret" };
  const error = parseError(
    { status: 404, headers, body },
    { request: { method: "GET", url: "https://u:s3cret@h/p?key=s3cret#s3cret" } },
  );
  for (const text of [inspect(error), JSON.stringify(error), String(error)]) assert.doesNotMatch(text, /s3cret/);
  assert.deepEqual(Object.keys(error.headers), ["x-trace"]);
  assert.deepEqual(error.request, { method: "GET", url: "https://h/p" });
});

test("what is logged is bounded, and the secrets in details are left out", () => {
  const details = { access_token: "s3cret", note: "x".repeat(100_000), list: Array.from({ length: 9000 }, () => "y") };
  const error = parseError({ status: 400, body: { success: false, error: { code: "NEWS", message: "m", details } } });
  Object.assign(error, { circle: error });
  assert.deepEqual(error.details, details);
  const logged = JSON.stringify(error);
  assert.ok(logged.length < 10_000, `${logged.length} characters`);
  for (const text of [logged, inspect(error, { depth: 9 })]) {
    assert.doesNotMatch(text, /s3cret/);
    assert.match(text, /\[redacted\]/);
  }
});

test("printing an error shows its cause, once", () => {
  const text = inspect(parseError({ status: 500 }, { cause: new Error("socket") }));
  assert.match(text, /^MomailError \[http_500\]: HTTP 500\n {4}at .*/);
  assert.equal(text.match(/socket/g)?.length, 1);
});

test("a cause is kept, and the stack begins where the caller stands", async () => {
  const cause = new Error("socket");
  function caller() {
    return parseError({ status: 500 }, { cause });
  }
  const error = caller();
  assert.equal(error.cause, cause);
  assert.match(error.stack?.split("\n")[1] ?? "", /at caller /);
  const firstFrame = ({ stack }: Error) => stack?.split("\n")[1] ?? "";
  function reader() {
    return momail.errorFrom(new Response("x", { status: 500 }));
  }
  assert.match(firstFrame(await reader()), /at reader /);
  const told: unknown[] = [];
  async function sender() {
    const onUnlisted = ({ stack }: Error) => told.push(stack);
    await momail.withRetry(() => Promise.resolve(new Response("x", { status: 400 })), { onUnlisted });
  }
  await assert.rejects(sender(), (thrown: Error) => {
    assert.match(firstFrame(thrown), /at async sender /);
    // Whoever is told of it, before it is thrown, reads the same.
    assert.deepEqual(told, [thrown.stack]);
    return true;
  });
  function reviver() {
    return fromJSON(error.toJSON());
  }
  assert.match(firstFrame(reviver()), /at reviver /);
  function thrower() {
    return limited();
  }
  assert.match(thrower().stack?.split("\n")[1] ?? "", /at limited /);
});

test("telemetry has few values: a code that nobody listed counts as its closest, else as its status", () => {
  const of = (code: string, status: number) =>
    telemetryAttributes(momail.parseError({ status, body: { success: false, error: { code, message: "m" } } }));
  assert.equal(of("NOT_FOUND", 404)["error.type"], "NOT_FOUND");
  assert.equal(of("GONE_FOREVER_123", 404)["error.type"], "NOT_FOUND");
  assert.equal(of("SOMETHING_456", 422)["error.type"], "http_422");
  assert.equal(of("NOT_FOUND", 404)["http.response.status_code"], 404);
});

test("an error is also problem details", () => {
  const problem = toProblem(limited());
  assert.equal(problem.status, 429);
  assert.equal(problem.code, "RATE_LIMIT_EXCEEDED");
  assert.equal(problem.detail, "Slow.");
  assert.equal(problem.type, "about:blank");
  const invalid = toProblem(errors.validationError({ domain: "Invalid domain format" }));
  assert.deepEqual(invalid.errors, [{ path: ["domain"], message: "Invalid domain format" }]);
});
