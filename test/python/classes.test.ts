import assert from "node:assert/strict";
import { test } from "node:test";
import * as momail from "../../generated/momail/index.js";
import { apiIds, listedCodes } from "../vectors/generated-apis.js";
import { askPython, program, runPython } from "./run-python.js";

test("every error is a class with its code, its words and the type of its details; it is raised and caught by it", async () => {
  const { status, stdout, stderr } = await runPython([program("classes.py"), ...apiIds]);
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    stdout.trim().split("\n"),
    apiIds.map((id) => `${id} ${listedCodes(id).length}`),
  );
});

test("errors of one API are none of another, though they come from another copy of the package", async () => {
  const script = `
import importlib, sys
from generated.momail.errors import is_error, parse_error
from generated.themes.errors import is_error as is_theme
error = parse_error(409)
for name in [name for name in sys.modules if name.split(".")[0] == "generated"]:
    del sys.modules[name]
copy = importlib.import_module("generated.momail.errors")
assert not isinstance(error, copy.MomailError)
assert copy.is_error(error) and is_error(copy.parse_error(409, body={})) and not is_theme(error)
`;
  const { status, stderr } = await runPython(["-c", script]);
  assert.equal(status, 0, stderr);
});

test("Python waits as long as TypeScript, in seconds", async () => {
  const methods = [undefined, "get", "POST", "DELETE", "PATCH"].map((method) => (method ? { method } : {}));
  const questions = [400, 409, 429, 500, 501, 503, 504].flatMap((status) =>
    [{}, { "Retry-After": "0" }, { "Retry-After": "60" }, { "Retry-After": "61" }].flatMap((headers) =>
      methods.flatMap((method) =>
        [{}, { idempotent: true }, { idempotent: false }].flatMap((idempotent) =>
          [0, 1, 2, 3, 1e9].map((attempt) => ({
            status,
            headers,
            part: 0.25,
            options: { attempt, ...method, ...idempotent },
          })),
        ),
      ),
    ),
  );
  const delays = await askPython<number | null>("retry.py", questions);
  for (const [i, { status, headers, part, options }] of questions.entries()) {
    const error = momail.parseError({ status, headers: headers as Record<string, string> });
    const delay = momail.retryDelay(error, { ...options, random: () => part });
    assert.equal(delays[i], delay === undefined ? null : delay / 1000, JSON.stringify(questions[i]));
  }
});
