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
  const asked = new Map<string, number>();
  const url = await serve(t, (request, response) => {
    const path = request.url ?? "";
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const isFree = path === "/busy" && asked.get(path) === 2;
    const { status, body } = (isFree ? undefined : answers[path]) ?? { status: 201, body: {} };
    const headers = { "Content-Type": "application/json", "X-Request-Id": "r7", "Retry-After": "0" };
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.yaml"), fileOf("docs/quick-start.md", "openapi.yaml"));
  const programs = page.filter(({ title }) => title === "orders.py" || title === "retry.py");
  assert.equal(programs.length, 2);
  follow([...page.filter(({ text }) => text.startsWith("npx ")), ...programs], folder);
  const asks = `from orders import create_order
for path in ("", "limit", "slow"): print(create_order("${url}" + path))
from generated.shop.errors import RateLimited
from retry import budget, get
print(get("${url}busy").status_code)
try: get("${url}slow/orders")
except RateLimited as error: print(error.code, round(budget.left, 1))`;
  const { stdout, stderr } = await runPython(["-c", asks], { cwd: folder, python: python! });
  assert.deepEqual([stdout, stderr], ["taken\nonly 20 at a time\nrate_limited 429 r7\n201\nrate_limited 47.1\n", ""]);
  assert.deepEqual([asked.get("/busy"), asked.get("/slow/orders")], [2, 4]);
});

const answers: Readonly<Record<string, { readonly status: number; readonly body: unknown }>> = {
  "/limit/orders": {
    status: 402,
    body: { error: { code: "order_limit_reached", message: "20 of 20 orders are open.", details: { limit: 20 } } },
  },
  "/slow/orders": { status: 429, body: { error: { code: "rate_limited", message: "Slow down." } } },
  "/busy": { status: 429, body: { error: { code: "rate_limited", message: "Slow down." } } },
};
