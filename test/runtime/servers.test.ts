import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type ErrorRule,
  isThrownOf,
  type ParserContract,
  parseAnswer,
  problemDetails,
  throwable,
} from "../../generator/runtime/index.js";
import { errorBody, parse, sampleContract } from "./sample-contract.js";

const type = "https://shop.example/probs/sold-out";
const mediaType = "application/problem+json";
const text = { type: "string" };
const soldOut: ErrorRule = {
  statuses: ["409"],
  mediaType,
  details: {
    type: "object",
    properties: {
      title: { enum: ["Sold out"] },
      status: { enum: [409] },
      stock: {
        type: "object",
        properties: { unit: { enum: ["piece"] }, left: { type: "integer" } },
        required: ["unit"],
      },
      hint: { enum: ["Come back"] },
      item: text,
    },
    required: ["title", "status", "stock", "item"],
  },
};
const shop: ParserContract = {
  api: "shop",
  name: "ShopError",
  envelopes: [{ code: "/type", message: "/detail", details: "" }],
  errors: { [type]: soldOut },
  operations: {},
};

function thrown(details: unknown) {
  return throwable(shop, type, { title: "Sold out", details, options: undefined, calledAs: thrown });
}

describe("an error that a server throws", () => {
  test("has the constants that are due, also in what is nested, and no others", () => {
    const { body, details, deviations } = thrown({ item: "tea", stock: { left: 0 } });
    const filled = { title: "Sold out", status: 409, stock: { unit: "piece", left: 0 }, item: "tea" };
    assert.deepEqual(body, { type, detail: "Sold out", ...filled });
    assert.deepEqual([details, deviations], [filled, []]);
  });

  test("has what is constant in all its members made for it", () => {
    assert.deepEqual(thrown({ item: "tea" }).details, {
      title: "Sold out",
      status: 409,
      stock: { unit: "piece" },
      item: "tea",
    });
  });

  test("has the declared media type", () => {
    assert.equal(thrown({ item: "tea" }).headers["content-type"], mediaType);
  });

  test("is known from what was parsed, of this API and of others", () => {
    const error = thrown({ item: "tea" });
    assert.equal(isThrownOf(shop, error), true);
    const { status, headers, body } = error;
    for (const other of [parseAnswer(shop, { status, headers, body }), new Error("x"), undefined, { ...error }])
      assert.equal(isThrownOf(shop, other), false);
    assert.equal(isThrownOf(sampleContract, error), false);
  });
});

describe("problem details", () => {
  const info = { title: "Not found", docs: "https://docs.example/not_found" };

  test("of a problem are its own, with its extensions", () => {
    const body = { type, title: "All gone", status: 409, detail: "No tea", instance: "/o/1", item: "tea" };
    const error = parseAnswer(shop, { status: 409, headers: { "content-type": `${mediaType};charset=utf-8` }, body });
    assert.deepEqual(problemDetails(error, info), { ...body, code: type });
    assert.deepEqual(problemDetails(parseAnswer(shop, { status: 409, body }), info), { ...body, code: type });
  });

  test("have the code as their type where it is a URI, else its page", () => {
    assert.equal(problemDetails(parse({ status: 404, body: errorBody("urn:shop:gone") }), info).type, "urn:shop:gone");
    assert.equal(problemDetails(parse({ status: 404, body: errorBody("shop:gone") }), info).type, info.docs);
    assert.equal(problemDetails(parse({ status: 404, body: errorBody("gone") }), undefined).type, "about:blank");
  });

  test("of other errors hold what they say beyond their message", () => {
    const body = errorBody("invalid_input", { details: { name: "too long" }, request_id: "r" });
    assert.deepEqual(problemDetails(parse({ status: 422, body }), { title: "Invalid" }), {
      type: "about:blank",
      title: "Invalid",
      status: 422,
      detail: "for people",
      code: "invalid_input",
      errors: [{ path: ["name"], message: "too long" }],
      requestId: "r",
    });
  });
});

test("headers of the connection are not handed on", () => {
  const connection = {
    Connection: "close, X-Hop",
    "X-Hop": "1",
    "Transfer-Encoding": "chunked",
    "Keep-Alive": "5",
    TE: "x",
  };
  const content = { "Content-Length": "7", "Content-Encoding": "gzip", "Content-MD5": "x", ":status": "404" };
  const kept = { "content-type": "text/plain", "retry-after": "3", "x-request-id": "r" };
  assert.deepEqual({ ...parse({ status: 503, headers: { ...connection, ...content, ...kept } }).headers }, kept);
});
