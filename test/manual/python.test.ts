import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runPython, withModules } from "../python/run-python.js";
import { temporaryFolder } from "../support/cli.js";
import { serve } from "../support/serve.js";
import { follow } from "./page.js";
import { blocksIn, fileOf } from "./pages.js";

const page = blocksIn("docs/python.md");
const python = withModules(["requests"]);
const skip = python === undefined && process.env.REQUIRE_PYTHON_CLIENTS !== "1" ? "requests is not installed" : false;

test("the client of docs/python.md asks a server, and tells its errors apart", { skip }, async (t) => {
  const url = await serve(t, (request, response) => {
    const { status, body } = answers[request.url ?? ""] ?? { status: 201, body: {} };
    const headers = { "Content-Type": "application/json", "X-Request-Id": "r7" };
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
  const programs = page.filter(({ title }) => title === "orders.py");
  assert.equal(programs.length, 1);
  follow([...page.filter(({ text }) => text.startsWith("npx ")), ...programs], folder);
  const asked = `from orders import create_order
for path in ("", "limit", "slow"): print(create_order("${url}" + path))`;
  const { stdout, stderr } = await runPython(["-c", asked], { cwd: folder, python: python! });
  assert.deepEqual([stdout, stderr], ["taken\nonly 20 at a time\nrate_limited 429 r7\n", ""]);
});

const answers: Readonly<Record<string, { readonly status: number; readonly body: unknown }>> = {
  "/limit/orders": {
    status: 402,
    body: { error: { code: "order_limit_reached", message: "20 of 20 orders are open.", details: { limit: 20 } } },
  },
  "/slow/orders": { status: 429, body: { error: { code: "rate_limited", message: "Slow down." } } },
};
