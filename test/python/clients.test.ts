import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { serve } from "../support/serve.js";
import { program, runPython, withModules } from "./run-python.js";

/** What one client in one state made of one answer. */
interface Result {
  readonly client: string;
  readonly path: string;
  /** What is to come of the body, one of several: `whole`, `part`, `none`. */
  readonly expected: string;
  readonly failure?: string;
  readonly code?: string;
  readonly status?: number;
  readonly size?: number | null;
  /** What is said of a body that is not whole. */
  readonly lost?: readonly string[];
}

const modules = ["requests", "httpx", "urllib3", "aiohttp"];
const python = withModules(modules);
const skip =
  python === undefined && process.env.REQUIRE_PYTHON_CLIENTS !== "1"
    ? `${modules.join(", ")} are not installed`
    : false;

const taken = JSON.stringify({ success: false, error: { code: "EMAIL_TAKEN", message: "Taken" } });
const json = { "Content-Type": "application/json", "X-Request-Id": "r1" };

const paths: Readonly<Record<string, (response: ServerResponse) => void>> = {
  taken: (response) => response.writeHead(409, { ...json, "Content-Length": taken.length }).end(taken),
  chunked: (response) => {
    response.writeHead(409, json).write(taken.slice(0, 20));
    setTimeout(() => response.end(taken.slice(20)), 20);
  },
  gzip: (response) => {
    const body = gzipSync(taken);
    response.writeHead(409, { ...json, "Content-Encoding": "gzip", "Content-Length": body.length }).end(body);
  },
  empty: (response) => response.writeHead(503, { "Content-Length": 0 }).end(),
  "empty-chunked": (response) => response.writeHead(503, { "Transfer-Encoding": "chunked" }).end(),
  endless: (response) => {
    const more = () => {
      while (!response.destroyed && response.write("x".repeat(65_536)));
    };
    response
      .writeHead(500, { "Content-Type": "text/plain" })
      .on("drain", more)
      .on("error", () => undefined);
    more();
  },
};

const asked = [
  ...["taken", "chunked", "gzip", "empty", "empty-chunked"].map((path) => [path, "GET"]),
  ["taken", "HEAD"],
  ["endless", "GET"],
];

test("real clients lose no body in silence, read before or not", { skip }, async (t) => {
  const url = await serve(t, (request, response) => paths[request.url?.slice(1) ?? ""]!(response));
  const input = JSON.stringify({ url, paths: asked });
  assert.ok(python, `${modules.join(", ")} are not installed`);
  const { status, stdout, stderr } = await runPython(["-W", "default", program("clients.py")], { input, python });
  assert.equal(status, 0, stderr);
  const { versions, report } = JSON.parse(stdout) as { versions: unknown; report: readonly Result[] };
  t.diagnostic(JSON.stringify(versions));
  assert.ok(report.length > 250);

  for (const [path = "", method = ""] of asked)
    await t.test(`${method} ${path}`, () => {
      const results = report.filter((result) => result.path === `${path} ${method}`);
      assert.ok(results.length >= 5);
      for (const result of results) {
        assert.equal(result.failure, undefined, JSON.stringify(result));
        const came = cameOf(result);
        const isEmpty = path.startsWith("empty") || method === "HEAD";
        if (path === "endless") assert.deepEqual([result.size, result.lost], [1024 * 1024, []], result.client);
        else if (!isEmpty)
          assert.ok(result.expected.split(" or ").includes(came), `${came}: ${JSON.stringify(result)}`);
        // Where there was no body, none is lost, but a client may not know, such as urllib3 once it has asked.
        else if (result.expected === "whole" && result.client !== "urllib3, loaded before")
          assert.deepEqual(result.lost, [], JSON.stringify(result));
      }
    });
});

function cameOf({ code, lost = [] }: Result): string {
  if (lost.length === 0) return code === "EMAIL_TAKEN" ? "whole" : "lost in silence";
  return lost[0] === "a part of it" ? "part" : "none";
}
