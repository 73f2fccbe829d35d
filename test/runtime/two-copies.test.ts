import assert from "node:assert/strict";
import { test } from "node:test";
import * as copied from "../../generated/runtime/index.js";
import * as runtime from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

test("isError works across two copies of the runtime, where instanceof fails", () => {
  assert.notEqual(copied.ApiError, runtime.ApiError);
  const other = copied.parseAnswer(sampleContract, { status: 404, body: errorBody("not_found") });
  assert.equal(other instanceof runtime.ApiError, false);
  assert.equal(runtime.isErrorOf(sampleContract, other, "not_found"), true);
  const ours = parse({ status: 404, body: errorBody("not_found") });
  assert.equal(copied.isErrorOf(sampleContract, ours, "not_found"), true);
});
