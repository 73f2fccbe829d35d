import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { describe, test } from "node:test";
import { serve } from "../support/serve.js";
import { askPython, program, runPython } from "./run-python.js";

interface Raised {
  readonly error?: Readonly<Record<string, unknown>>;
  readonly body?: number;
  readonly class?: string;
  readonly size?: number | null;
  readonly is_error?: boolean;
  readonly cause?: string;
  readonly failure?: string;
}

const taken = JSON.stringify({ success: false, error: { code: "EMAIL_TAKEN", message: "Taken" } });
const json = { "Content-Type": "application/json", "X-Request-Id": "r1", "Set-Cookie": "secret" };

/** What each path of the server answers with. */
const paths: Readonly<Record<string, (response: ServerResponse) => void>> = {
  fine: (response) => response.writeHead(200, json).end("fine"),
  taken: (response) => response.writeHead(409, json).end(taken),
  chunked: (response) => {
    response.writeHead(409, json).write(taken.slice(0, 20));
    setTimeout(() => response.end(taken.slice(20)), 50);
  },
  empty: (response) => response.writeHead(503, { "Retry-After": "7" }).end(),
  html: (response) => response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad Gateway</h1>"),
  latin: (response) => response.writeHead(400, { "Content-Type": "text/plain" }).end(Buffer.from([0x4d, 0xfc])),
  huge: (response) => {
    response.writeHead(500, { "Content-Type": "text/plain" });
    for (let i = 0; i < 20; i += 1) response.write("x".repeat(1024 * 1024));
    response.end();
  },
  "cut-off": (response) => {
    response.writeHead(409, json).write(taken.slice(0, 30));
    setTimeout(() => response.destroy(), 50);
  },
  "cut-short": (response) => {
    response.writeHead(409, { ...json, "Content-Length": "1000" }).write("Taken, it");
    setTimeout(() => response.destroy(), 50);
  },
};

/** What every client has to make of a path. */
const expected: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  taken: { code: "EMAIL_TAKEN", status: 409, listed: true, message: "Taken", request_id: "r1", deviations: [] },
  chunked: { code: "EMAIL_TAKEN", status: 409, listed: true, message: "Taken" },
  empty: { code: "http_503", status: 503, closest: "SERVICE_UNAVAILABLE", retry_after: 7, message: "HTTP 503" },
  html: { code: "http_502", status: 502, message: "HTTP 502", category: "unavailable" },
  latin: { code: "http_400", status: 400, message: "M\ufffd" },
  huge: { code: "http_500", status: 500, message: "x".repeat(500) },
  "cut-off": { code: "http_409", status: 409, listed: false, request_id: "r1" },
  "cut-short": { code: "http_409", status: 409, listed: false, request_id: "r1" },
};

test("raise_for_error gives what any client's response holds, over HTTP", async (t) => {
  const address = await serve(t, (request, response) => {
    (paths[request.url?.slice(1) ?? ""] ?? paths.empty)?.(response);
  });
  const names = Object.keys(paths);
  const answers = await askPython<Readonly<Record<string, Raised>>>(
    "respond.py",
    names.map((name) => ({ url: `${address}${name}` })),
  );
  const clients = Object.keys(answers[0] ?? {});
  for (const module of ["requests", "httpx"])
    if (!clients.includes(`with_${module}`)) t.diagnostic(`${module} is not installed: only its shape is tested`);

  for (const [i, name] of names.entries())
    await t.test(name, () => {
      for (const [client, raised] of Object.entries(answers[i] ?? {})) {
        // These read the body before they give the response, and then it is theirs to fail.
        if (name.startsWith("cut") && ["with_requests", "with_httpx", "with_httpx_async"].includes(client)) continue;
        const { error, failure, size, body, is_error, cause } = raised;
        assert.equal(failure, undefined, `${client}: ${failure}`);
        if (name === "fine") assert.equal(body, 4, client);
        else {
          const wanted = expected[name] ?? {};
          const found = Object.fromEntries(Object.keys(wanted).map((member) => [member, error?.[member]]));
          assert.deepEqual(found, wanted, client);
          assert.ok(is_error, client);
          assert.equal(cause, client === "with_urlopen" ? "HTTPError" : "NoneType", client);
          if (name === "huge") assert.equal(size, 1024 * 1024, client);
          const { url } = (error?.request ?? {}) as { url?: string };
          if (client !== "with_http_client") assert.equal(url, `${address}${name}`, client);
        }
      }
    });
});

describe("raise_for_error takes a response by its shape", async () => {
  const { status, stdout, stderr } = await runPython([program("stand_ins.py")]);
  const report = (status === 0 ? JSON.parse(stdout) : {}) as Record<string, Record<string, unknown> | undefined>;

  test("the program runs", () => assert.equal(status, 0, stderr));

  const read = ["requests", "httpx", "aiohttp", "urllib3", "urllib3, not read", "text in parts"];
  for (const name of [...read, "content only", "data only", "text only", "text to read", "code only"])
    test(`${name}: the body is read`, () => assert.equal(report[name]?.taken, true));

  test("what it tells of the request is kept, but no secret of it", () => {
    const url = "https://api.example/v1/domains";
    assert.deepEqual(report.requests?.request, { method: "POST", url });
    assert.deepEqual(report.httpx?.request, { method: null, url });
    assert.equal(report.requests?.request_id, "r1");
  });

  for (const name of [
    "httpx, not read",
    "aiohttp, not read",
    "aiohttp, still coming",
    "broken",
    "HTTPError without a body",
  ])
    test(`${name}: without a body, the status is left`, () => {
      assert.equal(report[name]?.code, "http_409");
    });

  const lost = { pointer: "", expected: "a whole body", found: "a body that could not be read" };
  for (const name of ["httpx, not read", "aiohttp, not read", "aiohttp, still coming"])
    test(`${name}: that the body is lost is said`, () => {
      assert.deepEqual((report[name]?.deviations as unknown[] | undefined)?.slice(-1), [lost]);
    });

  test("that a part of a body is lost is said", () => {
    assert.deepEqual((report["cut off"]?.deviations as unknown[] | undefined)?.slice(-1), [
      { ...lost, found: "a part of it" },
    ]);
  });

  test("a body without an end is cut at the limit", () => assert.equal(report.endless?.size, 1024 * 1024));

  test("of a broken body counts what has come", () => {
    assert.equal(report["cut off"]?.size, 30);
    assert.equal(report["cut off, with a rest"]?.taken, true);
  });

  test("an HTTPError becomes the cause", () => {
    const { taken, cause, request } = report.HTTPError ?? {};
    assert.deepEqual(
      { taken, cause, request },
      { taken: true, cause: true, request: { method: null, url: "https://x/" } },
    );
  });

  test("what has no status is a mistake of the caller", () => {
    for (const name of ["no status", "None", "status True", "status 400.0"])
      assert.match(String(report[name]), /^TypeError: \w+ is no HTTP response/);
  });
});
