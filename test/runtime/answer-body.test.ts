import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { answerBody } from "../../generator/runtime/answer-body.js";
import { classifyAnswer } from "../../generator/runtime/classify.js";

const parts = { code: "GONE", message: "It is gone.", details: undefined, requestId: "r1", delay: 3 };

describe("the body of an answer", () => {
  test("holds its parts where the parser finds them, in lists and in maps of any names too", () => {
    for (const at of ["", "/error", "/errors/*", "/errors/{}", "/errors/{}/parts/*", "/errors/*/{}"]) {
      const envelope = {
        ...{ code: `${at}/code`, message: `${at}/text`, requestId: `${at}/id`, delay: `${at}/wait` },
        literals: { "/ok": false },
      };
      const body = answerBody(envelope, parts);
      const contract = {
        api: "a",
        name: "AError",
        envelopes: [envelope],
        errors: { GONE: { statuses: ["410"] } },
        operations: {},
      };
      const { code, message, requestId, retryAfter, deviations } = classifyAnswer(contract, { status: 410, body });
      assert.deepEqual([code, message, requestId, retryAfter, deviations], ["GONE", "It is gone.", "r1", 3, []], at);
      assert.doesNotMatch(JSON.stringify(body), /"(?:\{\}|\*)"/);
    }
  });

  test("takes nothing away that stands where any name goes", () => {
    const envelope = { code: "/{}/code", literals: { "/ok": false } };
    const body = answerBody(envelope, parts);
    assert.deepEqual(body, { ok: false, "{}": { code: "GONE" } });
  });

  test("puts what has any name beside what is there", () => {
    const envelope = { code: "/errors/{}/code", details: "/errors" };
    const body = answerBody(envelope, { ...parts, details: { email: { hint: "one of them" } } });
    assert.deepEqual(body, { errors: { email: { hint: "one of them", code: "GONE" } } });
  });
});
