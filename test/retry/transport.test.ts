import assert from "node:assert/strict";
import { test } from "node:test";
import { withRetry } from "../../generated/momail/index.js";
import { refusedUrl, serve } from "./server.js";

const random = () => 0;

test("a connection that is refused is tried again where the request is idempotent, then thrown as it is", async () => {
  const url = await refusedUrl();
  let sent = 0;
  const send = () => {
    sent += 1;
    return fetch(url);
  };
  const refused = { name: "TypeError", message: "fetch failed" };
  await assert.rejects(withRetry(send, { method: "GET", random }), refused);
  assert.equal(sent, 3);
  await assert.rejects(withRetry(send, { method: "POST", random }), refused);
  assert.equal(sent, 4);
});

test("a connection that is reset is tried again", async (t) => {
  const { url, seen } = await serve(t, ["reset", "{}"]);
  const response = await withRetry(() => fetch(url), { method: "GET", random });
  assert.equal(response.status, 200);
  assert.equal(seen(), 2);
});

test("an answer that does not come in time is tried again", async (t) => {
  const { url, seen } = await serve(t, ["never", "{}"]);
  const response = await withRetry(() => fetch(url, { signal: AbortSignal.timeout(100) }), { method: "GET", random });
  assert.equal(response.status, 200);
  assert.equal(seen(), 2);
});

/** What the platforms reject with where no answer comes. */
const failures: Readonly<Record<string, unknown>> = {
  Chrome: new TypeError("Failed to fetch"),
  "Chrome, with the host": new TypeError("Failed to fetch (api.example)"),
  "Chrome, while the body comes": new TypeError("network error"),
  Firefox: new TypeError("NetworkError when attempting to fetch resource."),
  "Safari 16": new TypeError("The Internet connection appears to be offline."),
  "Safari 17": new TypeError("Load failed"),
  "Safari 18": new TypeError("Load failed (api.example)"),
  "React Native": new TypeError("Network request failed"),
  "React Native, late": new TypeError("Network request timed out"),
  "undici, while the body comes": new TypeError("terminated"),
  Deno: new TypeError("error sending request for url (https://api.example/): client error (Connect)"),
  "Deno, by its name": Object.assign(new Error("os error 104"), { name: "ConnectionReset" }),
  Bun: Object.assign(new Error("Unable to connect. Is the computer able to access the url?"), {
    code: "ConnectionRefused",
  }),
  "Bun, WebKit": new TypeError(" A network error occurred."),
  Workers: new Error("Network connection lost."),
  "HTTP/2 in Node": Object.assign(new Error("x"), { code: "ERR_HTTP2_GOAWAY_SESSION" }),
  "HTTP/2 in undici": new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "UND_ERR_INFO" }) }),
  axios: Object.assign(new Error("x"), { name: "AxiosError", code: "ERR_NETWORK" }),
  "node-fetch, late": Object.assign(new Error("network timeout at: https://api.example/"), { name: "FetchError" }),
  ofetch: Object.assign(new Error('[GET] "/": <no response> fetch failed', { cause: new TypeError("fetch failed") }), {
    name: "FetchError",
  }),
  // No Error: neither Angular's nor RxJS's is one.
  Angular: { name: "HttpErrorResponse", status: 0, statusText: "Unknown Error", ok: false, error: { type: "error" } },
  "RxJS's ajax": { name: "AjaxError", message: "ajax error", status: 0 },
  "a failure of the system": Object.assign(new Error("x"), { code: "EAI_AGAIN" }),
  "a cause of a cause": new Error("while saving", { cause: new Error("x", { cause: { code: "ECONNRESET" } }) }),
};

for (const [platform, failure] of Object.entries(failures))
  test(`a failure of transport is known: ${platform}`, async () => {
    let sent = 0;
    const send = (): Promise<Response> => {
      sent += 1;
      return sent === 1 ? Promise.reject(failure) : Promise.resolve(new Response());
    };
    assert.equal((await withRetry(send, { method: "GET", random })).status, 200);
    assert.equal(sent, 2);
  });

test("what is no failure of transport is thrown at once, as it is", async () => {
  const circle: { name: string; cause?: unknown } = { name: "CircleError" };
  circle.cause = { cause: circle };
  const refuse = () => {
    throw new Error("it was looked at");
  };
  const others = [
    new Proxy({}, { get: refuse, getOwnPropertyDescriptor: refuse }),
    circle,
    undefined,
    "fetch failed",
    Object.assign(new Error("cancelled"), { name: "CanceledError", code: "ERR_CANCELED" }),
    Object.assign(new Error("closed"), { code: "UND_ERR_ABORTED" }),
    new TypeError("Failed to parse URL from /v1"),
    new SyntaxError("Unexpected end of JSON input"),
    // Of ofetch: an answer, and a mistake; of node-fetch: an answer that is no JSON.
    Object.assign(new Error('[GET] "/": 402 Payment Required'), { name: "FetchError", status: 402 }),
    Object.assign(new Error('[GET] "[": <no response> x', { cause: new TypeError("Invalid URL") }), {
      name: "FetchError",
    }),
    Object.assign(new Error("invalid json response body at /"), { name: "FetchError", type: "invalid-json" }),
    // Angular's is of answers too, and what jQuery was told to abort has no name.
    { name: "HttpErrorResponse", status: 422, error: {} },
    { status: 0, statusText: "abort" },
  ];
  for (const failure of others) {
    let sent = 0;
    const send = (): Promise<Response> => {
      sent += 1;
      return Promise.reject(failure);
    };
    await withRetry(send, { method: "GET", random }).then(
      () => assert.fail("it was answered"),
      (thrown) => assert.equal(thrown, failure),
    );
    assert.equal(sent, 1);
  }
});

test("an abort of the request is not tried again", async (t) => {
  const { url } = await serve(t, ["never"]);
  let sent = 0;
  const send = () => {
    sent += 1;
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 20);
    return fetch(url, { signal: controller.signal });
  };
  await assert.rejects(withRetry(send, { method: "GET", random }), { name: "AbortError" });
  assert.equal(sent, 1);
});

test("a mistake in the caller's own code is not tried again", async () => {
  let sent = 0;
  const send = (): Promise<Response> => {
    sent += 1;
    return Promise.reject(new TypeError("x is not a function"));
  };
  await assert.rejects(withRetry(send, { method: "GET", random }), /x is not a function/);
  assert.equal(sent, 1);
});

test("a signal that is aborted already sends nothing", async () => {
  let sent = 0;
  const send = () => {
    sent += 1;
    return Promise.resolve(new Response());
  };
  await assert.rejects(withRetry(send, { signal: AbortSignal.abort(new Error("gone")) }), /gone/);
  assert.equal(sent, 0);
});
