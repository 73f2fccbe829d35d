import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { runCli, temporaryFolder } from "../support/cli.js";

/** Twenty operations: all but one are refused, six are busy in the morning and at noon, and each may fail in many ways. */
const names = ["full", "fuel_empty", "fuel_stale", "water_empty", "crew_empty", "harbour_closed"];
const error = (code: string | undefined, id: string, more: object = {}) => ({
  aside: id,
  message: "No.",
  code,
  details: { at: "2026-11-03T10:00:00Z", request_id: id, ...more },
});
const shown = (...bodies: object[]) => ({
  description: "No.",
  content: {
    "application/json": {
      schema: { $ref: "#/components/schemas/Error" },
      examples: Object.fromEntries(bodies.map((value, at) => [`e${at}`, { value }])),
    },
  },
});
const operation = (number: number) => ({
  operationId: `cross${number}`,
  responses: {
    ...(number === 7 ? {} : { 401: shown(error("refused", "a1b2c3d4e5f6"), error("refused", "ffffeeee0000")) }),
    ...(number < 15 ? { 503: shown(error("busy", "x", { boats: Array.from({ length: 90 }, (_, at) => at) })) } : {}),
    409: shown(...names.map((code) => error(code, "x"))),
  },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Ferry", version: "1" },
  paths: Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [`/crossings/${at + 1}`, { get: operation(at + 1) }]),
  ),
  components: {
    schemas: {
      Error: {
        type: "object",
        required: ["code", "message"],
        properties: {
          code: { type: "string" },
          message: { type: "string" },
          details: { type: "object" },
          aside: { type: "string" },
        },
      },
    },
  },
};

function generated(t: TestContext) {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  const run = runCli(["generate", "openapi.json", "-o", "out", "--emit", "errors,markdown,docs"], { cwd: folder });
  assert.equal(run.status, 0, run.stderr);
  const text = (file: string) => readFileSync(join(folder, "out", file), "utf8");
  const explained = (code: string) => runCli(["explain", code, "--document", "openapi.json"], { cwd: folder }).stdout;
  return { text, explained };
}

test("a reference says what holds for all operations once, and long lists by their count", (t) => {
  const { text, explained } = generated(t);
  const reference = text("ferry/errors.md");
  const section = (code: string) => reference.split(/^### /m).find((part) => part.startsWith(`\`${code}\``)) ?? "";

  assert.match(section("full"), /^Given by all operations\.$/m);
  assert.match(section("refused"), /^Given by all operations but:\n\n- `GET \/crossings\/7`\n\n/m);
  const busy = section("busy");
  assert.match(busy, /^Given by 14 of 20 operations:$/m);
  assert.equal(busy.match(/^- `GET/gm)?.length, 12);
  assert.match(busy, /^- and 2 more operations$/m);

  // Those whose codes are alike, and no more than three.
  assert.match(
    section("fuel_empty"),
    /^Distinct from: \[`crew_empty`\].*, \[`fuel_stale`\].*, \[`water_empty`\]\S* and others with the same status\.$/m,
  );
  // Two answers that differ in a time and an id are one; code and message stand before what is sorted before them.
  assert.equal(section("refused").match(/```json/g)?.length, 1);
  assert.match(section("refused"), /```json\n\{\n {2}"code": "refused",\n {2}"message": "No\.",\n {2}"aside"/);
  assert.match(busy, /"… and 87 more"/);

  const page = text("docs/ferry/errors/refused.html");
  assert.match(page, /All operations but/);
  assert.equal(page.match(/<figure>/g)?.length, 1);
  assert.match(text("docs/ferry/errors/full.html"), /All operations</);
  assert.match(text("docs/ferry/errors/busy.html"), /and 2 more operations/);
  assert.match(explained("full"), /^Given by\n {2}all operations$/m);
  assert.match(explained("refused"), /^Given by\n {2}all operations but:\n {2}GET \/crossings\/7 {2}cross7$/m);
  assert.match(explained("busy"), /^ {2}14 of 20 operations:$/m);
});
