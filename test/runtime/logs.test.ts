import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { type ApiError, classifyAnswer, type ErrorRule } from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const rule: ErrorRule = {
  statuses: ["400"],
  details: { type: "object", properties: { password: { type: "integer" } } },
};
const errors = { ...sampleContract.errors, weak: rule };

function weak(details: unknown): ApiError {
  return parse({ status: 400, body: errorBody("weak", { details }) }, { errors });
}

/** All that a logger may print: Node's console, toJSON, and the members that pino and winston copy as they are. */
function logged(error: ApiError): string {
  return [
    inspect(error, { depth: 9 }),
    JSON.stringify(error),
    JSON.stringify({ ...error }),
    inspect({ ...error }),
  ].join();
}

test("nothing below a secret name is in any log", () => {
  const secrets = [
    { token: "s3cret" },
    { token: 7370737 },
    { credentials: { user: "s3cret", list: [7370737, { deep: "s3cret" }] } },
    { item: [{ clientSecret: ["s3cret"] }] },
    { "Api-Keys": { a: "s3cret" }, pwd: "s3cret", sessionId: "s3cret", otp: 7370737 },
  ];
  for (const details of secrets) {
    const error = weak(details);
    assert.doesNotMatch(logged(error), /s3cret|7370737/, JSON.stringify(details));
    assert.match(JSON.stringify(error), /\[redacted\]/);
    assert.deepEqual(error.details, details, "the program still has them");
  }
});

test("details without secrets are in every log", () => {
  for (const details of [
    { limit: 7370737, tokens: 5 },
    { token: null, limit: 7370737 },
  ])
    assert.match(JSON.stringify({ ...weak(details) }), /7370737/);
});

test("a secret of another type than declared is in no deviation", () => {
  const { deviations } = weak({ password: "s3cret" });
  assert.deepEqual(deviations, [
    { pointer: "/error/details/password", expected: "integer", found: "string [redacted]" },
  ]);
  const answer = { status: 400, body: errorBody("weak", { details: { password: { s3cret: 1 } } }) };
  const { deviations: others } = classifyAnswer({ ...sampleContract, errors }, answer);
  assert.deepEqual(
    others.map(({ found }) => found),
    ["an object"],
  );
});

test("a stack begins where the answer was parsed, with nothing of how the error was made", () => {
  const [, first] = weak({}).stack!.split("\n");
  assert.match(first!, /^ {4}at parseAnswer /);
});

test("the first line of a stack holds the code, escaped", () => {
  assert.match(weak({}).stack!, /^SampleError \[weak\]: for people\n {4}at /);
  const { stack } = parse({ status: 400, body: errorBody("a\n\u001b[2J") });
  assert.equal(stack?.split("\n")[0], "SampleError [a\\u000a\\u001b[2J]: for people");
});

test("a stack can be read of an error that is frozen, cloned or given another, and where the limit of frames is frozen", () => {
  const frozen = Object.freeze(weak({}));
  assert.match(frozen.stack!, /^SampleError \[weak\]: for people\n {4}at parseAnswer /);
  assert.equal(frozen.stack, frozen.stack);
  assert.equal(structuredClone(weak({})).stack?.split("\n")[0], "SampleError [weak]: for people");
  assert.match(Object.create(weak({})).stack, /^SampleError \[weak\]: for people/);
  assert.equal(Object.assign(weak({}), { stack: "mine" }).stack, "mine");

  const given = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")!;
  Object.defineProperty(Error, "stackTraceLimit", { ...given, writable: false });
  try {
    assert.match(weak({}).stack!, /^SampleError \[weak\]: for people\n {4}at parseAnswer /);
  } finally {
    Object.defineProperty(Error, "stackTraceLimit", given);
  }
});
