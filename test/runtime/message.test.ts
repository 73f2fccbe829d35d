import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cuts } from "./cuts.js";
import { parse } from "./sample-contract.js";

describe("the message is", () => {
  const body = { error: { code: "not_found", message: "in the envelope" }, detail: "elsewhere" };

  test("that of the envelope", () => {
    assert.equal(messageOf(body), "in the envelope");
  });

  test("the first text at the usual places, where no envelope has one", () => {
    const places = [
      { message: "a", detail: "b", error: "c", title: "d" },
      { detail: "b", error: { message: "c" }, title: "d" },
      { error: { message: "c", code: 7.5 }, title: "d" },
      { error: "c", title: "d" },
      { title: "d", message: 7, detail: [7], error: {} },
    ];
    const envelopes = [{ code: "/fault/code", message: "/fault/text" }];
    const messages = places.map((body) => parse({ status: 404, body }, { envelopes }).message);
    assert.deepEqual(messages, ["a", "b", "c", "c", "d"]);
  });

  test("where no envelope has one, also below what is around the error, by many names", () => {
    const bodies = [
      { name: "x", data: { message: "a" } },
      { error: "invalid_grant", error_description: "a" },
      { msg: "a", error: "b" },
      { fault: { faultstring: "a", detail: {} } },
      { errors: ["a", "b"] },
      { error: "Not Found", errors: ["a", "b"] },
      { errors: [{ status: "404", title: "a" }] },
      { detail: [{ msg: "a" }] },
    ];
    for (const body of bodies) assert.equal(parse({ status: 404, body }, { envelopes: [] }).message, "a");
  });

  test("the first text of a list, and the value beside its language", () => {
    assert.equal(messageOf({ error: { code: "not_found", message: ["", "a", "b"] } }), "a");
    assert.equal(messageOf({ error: { code: "not_found", message: { lang: "en", value: "a" } } }), "a");
  });

  test("where there is nothing else, what is wrong with the first field", () => {
    const envelopes = [{ fields: "/detail", message: "/detail/*/msg" }];
    const read = (detail: unknown) => parse({ status: 422, body: { detail } }, { envelopes });
    assert.equal(read([{ loc: ["body", 0, "name"], msg: "is required" }]).message, "body.0.name: is required");
    assert.equal(read([{ msg: "is required" }]).message, "is required");
    const whole = { title: ["is required"] };
    assert.equal(parse({ status: 400, body: whole }, { envelopes: [{ fields: "" }] }).message, "title: is required");
  });

  test("the text beside the code, where both stand in a list of field errors", () => {
    const envelopes = [{ code: "/errors/*/code", message: "/errors/*/message", fields: "/errors" }];
    const body = { errors: [{ code: "not_found", message: "Say an age", field: "age" }] };
    const { message, fields } = parse({ status: 404, body }, { envelopes });
    assert.deepEqual([message, fields], ["Say an age", [{ path: ["age"], message: "Say an age" }]]);
  });

  test("a body of plain text, whatever it says it is", () => {
    assert.equal(messageOf("no healthy upstream\n"), "no healthy upstream");
    assert.equal(messageOf("text", "application/json"), "text");
    assert.equal(messageOf('"a text as JSON"', "application/json"), "a text as JSON");
  });

  test("never markup", () => {
    for (const page of ["<!doctype html><h1>Bad</h1>", "  \n<html>", '<?xml version="1.0"?><Error/>'])
      assert.equal(messageOf(page), "HTTP 404");
    assert.equal(messageOf("Bad Gateway", "text/html; charset=utf-8"), "HTTP 404");
    assert.equal(messageOf("Bad Gateway", "application/xml"), "HTTP 404");
  });

  test("the status, where there is nothing to say", () => {
    for (const empty of [undefined, null, "", "  \n", {}, [], 42, true, { message: "" }, { error: null }])
      assert.equal(messageOf(empty), "HTTP 404");
  });
});

describe("a message is safe to print:", () => {
  test("at most 500 characters", () => {
    assert.equal(messageOf({ message: "x".repeat(500) }), "x".repeat(500));
    assert.equal(messageOf({ message: "x".repeat(20_000_000) }), "x".repeat(500));
    assert.ok(messageOf({ message: "\n".repeat(499) }).length <= 500);
  });

  test("one line, without controls of a terminal", () => {
    assert.equal(messageOf({ message: "a\r\nb\tc\u0000" }), "a\\u000d\\u000ab\\u0009c\\u0000");
    assert.equal(messageOf({ message: "\u001b[2J\u009b1m\u007f" }), "\\u001b[2J\\u009b1m\\u007f");
    assert.equal(messageOf({ message: "a\u2028b\u2029c\u0085d" }), "a\\u2028b\\u2029c\\u0085d");
  });

  test("without marks that turn text around", () => {
    for (const mark of "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
      assert.match(messageOf({ message: `a${mark}b` }), /^a\\u[0-9a-f]{4}b$/);
  });

  test("without halves of characters", () => {
    assert.equal(messageOf({ message: "a\ud83db\ude00" }), "a\\ud83db\\ude00");
  });

  test("with whole characters, and whole escapes of some, also where it is cut", () => {
    for (const [start, rest, shown] of cuts) assert.equal(messageOf({ message: start + rest }), start + shown);
  });

  test("and otherwise as it was written", () => {
    const message = "Größe überschritten: 你好, \u{1f468}\u200d\u{1f469}\u200d\u{1f467} {{x}} %s </p>";
    assert.equal(messageOf({ message }), message);
  });
});

function messageOf(body: unknown, contentType?: string): string {
  const headers = contentType === undefined ? {} : { "Content-Type": contentType };
  const { message, stack } = parse({ status: 404, headers, body });
  assert.ok(stack?.includes(message), "what a console prints is the same");
  return message;
}
