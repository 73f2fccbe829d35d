import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as inbox from "../../generated/inbox/index.js";
import * as momail from "../../generated/momail/index.js";
import * as tenantcore from "../../generated/tenantcore/index.js";
import type { Api } from "../recipes/api.js";
import { drawn } from "../support/drawn.js";
import { anyAnswer } from "./any-answer.js";

// Seen as one of them: all have the same functions.
const apis = [momail, inbox, tenantcore] as unknown as Api[];
const numRuns = Number(process.env.RUNS ?? 3000);

test("no answer makes the parser throw or lose the status, and every error can be printed", () => {
  fc.assert(
    fc.property(anyAnswer, (answer) => {
      for (const api of apis) {
        const error = api.parseError(answer);
        assert.equal(error.status, answer.status);
        assert.ok(api.isError(error) && error instanceof Error);
        assert.equal(typeof error.code, "string");
        assert.equal(error.listed, Object.values<string>(api.ErrorCode).includes(error.code as string));
        assert.ok(error.message.length <= 500 && !/\p{Surrogate}/u.test(error.message));
        assert.equal(typeof JSON.stringify(error), "string");
      }
    }),
    { ...drawn, numRuns },
  );
});

test("a pause is never negative, never longer than the cap, and never shorter than the server asks", () => {
  const delay = fc.oneof(
    fc.constant(undefined),
    fc.integer({ min: 0, max: 100_000 }),
    fc.double({ min: 0, noNaN: true }),
  );
  const status = fc.integer({ min: 400, max: 599 });
  fc.assert(
    fc.property(
      status,
      delay,
      fc.integer({ min: -2, max: 20 }),
      fc.boolean(),
      (status, seconds, attempt, idempotent) => {
        const headers = seconds === undefined ? {} : { "retry-after": String(seconds) };
        const error = momail.parseError({ status, headers });
        const pause = momail.retryDelay(error, { attempt, idempotent });
        if (pause === undefined) return;
        assert.ok(attempt >= 1 && attempt < 3);
        assert.ok(pause >= 0 && pause <= 60_000);
        assert.ok(error.retryAfter === undefined || pause >= error.retryAfter * 1000);
      },
    ),
    { ...drawn, numRuns },
  );
});
