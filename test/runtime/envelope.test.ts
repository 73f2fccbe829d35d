import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Envelope, parseAnswer } from "../../generator/runtime/index.js";
import { parse, sampleContract } from "./sample-contract.js";

const failure = { status: 404, headers: {} };

describe("an envelope", () => {
  test("may hold its parts anywhere: in lists, and under any name", () => {
    const envelope = { code: "/errors/*/code", message: "/errors/*/text", requestId: "/a~1b/~0c", details: "/" };
    const body = {
      errors: [{ code: "not_found", text: "first" }, { code: "other" }],
      "a/b": { "~c": "r" },
      "": { a: 1 },
    };
    const error = parse({ ...failure, body }, { envelopes: [envelope] });
    assert.deepEqual([error.code, error.message, error.requestId], ["not_found", "first", "r"]);
    assert.equal(
      parse({ ...failure, body: { errors: { "*": { code: "not_found" } } } }, { envelopes: [envelope] }).code,
      "not_found",
    );
  });

  test("may number its codes", () => {
    const envelopes = [{ code: "/code" }];
    const errors = { "1007": { statuses: ["404"], category: "not_found", retry: "never" } } as const;
    for (const code of [1007, "1007"]) {
      const error = parse({ ...failure, body: { code } }, { envelopes, errors });
      assert.deepEqual([error.code, error.listed, error.deviations], ["1007", true, []]);
    }
  });

  test("that says no code deviates, and gives its message all the same", () => {
    for (const code of [undefined, null, true, {}]) {
      const error = parse({ ...failure, body: { error: { code, message: "m" } } });
      assert.deepEqual([error.code, error.listed, error.message], ["http_404", false, "m"]);
      assert.deepEqual(
        error.deviations.map(({ pointer }) => pointer),
        ["/error/code"],
      );
    }
  });

  test("that says its message or request id in another type deviates", () => {
    const body = { error: { code: "not_found", message: ["m"], request_id: {} } };
    const { deviations, requestId } = parse({ ...failure, body });
    assert.deepEqual(
      deviations.map(({ pointer }) => pointer),
      ["/error/message", "/error/request_id"],
    );
    assert.equal(requestId, undefined);
  });
});

describe("a code", () => {
  const envelopes: readonly Envelope[] = [{ code: "/code", codeHeader: "X-Error-Code" }];
  const read = (body: unknown, headers = {}, changes = {}) =>
    parse({ status: 404, headers, body }, { envelopes, ...changes });

  test("that says no more than the status is none", () => {
    const pages = ["https://httpstatuses.io/404", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404"];
    for (const code of [
      404,
      "404",
      "Not Found",
      "https://www.rfc-editor.org/rfc/rfc9110#name-404-not-found",
      ...pages,
    ]) {
      const error = read({ code });
      assert.deepEqual([error.code, error.deviations], ["http_404", []], String(code));
    }
    for (const code of ["not_found_here", "Gone", 400, "https://acme.example/404"])
      assert.equal(read({ code }).code, String(code));
  });

  test("that says no more counts where the contract lists it", () => {
    assert.equal(read({ code: 404 }, {}, { errors: { 404: { statuses: ["404"] } } }).code, "404");
  });

  test("is sought in another envelope where one holds only the status", () => {
    const several = [{ code: "/code" }, { code: "/error/status" }];
    const body = { code: 404, error: { status: "not_found" } };
    assert.equal(read(body, {}, { envelopes: several }).code, "not_found");
  });

  test("may stand in a header, which counts where the body has none", () => {
    const headers = { "x-error-code": "not_found" };
    for (const body of [undefined, "", {}]) {
      const { code, listed } = read(body, headers);
      assert.deepEqual([code, listed], ["not_found", true]);
    }
    assert.deepEqual(read(undefined, headers).deviations, []);
    assert.equal(read({ code: "other" }, headers).code, "other");
    assert.equal(read({ code: 404 }, headers).code, "not_found");
    assert.equal(read(undefined, { "x-error-code": "acme#not_found:http://acme.example/" }).code, "not_found");
  });

  test("in a header that the operation does not declare deviates, in no place of the body", () => {
    const answer = { status: 404, headers: { "x-error-code": "not_found" }, body: {} };
    const contract = { ...sampleContract, envelopes: [{ codeHeader: "X-Error-Code" }], operations: { find: [] } };
    const { listed, deviations } = parseAnswer(contract, answer, { operation: "find" });
    assert.equal(listed, false);
    assert.deepEqual(deviations.at(-1), { pointer: "", expected: "an error of find", found: "not_found" });
  });

  test("of another type than its schema says deviates, and is text all the same", () => {
    const typed = (codeType: "string" | "integer") => ({ envelopes: [{ code: "/code", codeType }] as const });
    const { code, deviations } = read({ code: 7 }, {}, typed("string"));
    assert.deepEqual([code, deviations], ["7", [{ pointer: "/code", expected: "string", found: "number 7" }]]);
    assert.equal(read({ code: "7" }, {}, typed("integer")).deviations.length, 1);
    assert.equal(read({ code: 7 }, {}, typed("integer")).deviations.length, 0);
    assert.equal(read({ code: 404 }, {}, typed("string")).deviations.length, 0);
  });
});

describe("what an envelope leaves open is no deviation:", () => {
  test("a problem without type and detail", () => {
    const envelopes = [{ code: "/type", codeOptional: true, message: "/detail", details: "" }];
    for (const body of [{ title: "No" }, { type: "about:blank", title: "No" }, { status: 404 }])
      assert.deepEqual(parse({ ...failure, body }, { envelopes }).deviations, []);
  });

  test("a message of another declared type", () => {
    const envelopes = [{ message: "/message", messageType: ["array", "string"] }];
    const read = (message: unknown) => parse({ ...failure, body: { message } }, { envelopes });
    assert.deepEqual([read(["a", "b"]).message, read(["a", "b"]).deviations], ["a", []]);
    assert.deepEqual([read("a").message, read("a").deviations], ["a", []]);
  });
});

describe("of several envelopes", () => {
  const coded: Envelope = { code: "/code", message: "/message", literals: { "/success": false } };
  const listed: Envelope = { fields: "/detail" };
  const plain: Envelope = { message: "/detail" };
  const envelopes = [coded, { ...coded, literals: { "/ok": false } }, listed, plain];
  const read = (body: unknown) => parse({ ...failure, body }, { envelopes });

  test("the first that fits with its constants counts", () => {
    assert.deepEqual(read({ code: "not_found", success: false }).deviations, []);
    assert.deepEqual(read({ code: "not_found", ok: false }).deviations, []);
  });

  test("else the first that holds the code; the constants that it breaks are deviations", () => {
    const { code, deviations } = read({ code: "not_found", success: true });
    assert.deepEqual(
      [code, deviations],
      ["not_found", [{ pointer: "/success", expected: "false", found: "boolean true" }]],
    );
  });

  test("one without a code takes what no other does, by its field errors or its text", () => {
    const ofFields = read({ detail: [{ loc: ["a"], msg: "b" }] });
    assert.deepEqual([ofFields.code, ofFields.fields], ["http_404", [{ path: ["a"], message: "b" }]]);
    const ofText = read({ detail: "text" });
    assert.deepEqual([ofText.code, ofText.message, ofText.deviations], ["http_404", "text", []]);
  });

  test("none is one deviation, of the whole body", () => {
    const { deviations, message } = read({ title: "elsewhere" });
    assert.deepEqual(deviations, [{ pointer: "", expected: "an error body", found: "an object" }]);
    assert.equal(message, "elsewhere");
  });
});
