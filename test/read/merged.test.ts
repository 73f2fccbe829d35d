import assert from "node:assert/strict";
import { test } from "node:test";
import { parseText } from "../../generator/read/parse.js";
import { positionOf } from "../../generator/read/position.js";
import { child, rootOf } from "../../generator/read/source.js";

function readText(text: string): unknown {
  const parsed = parseText("openapi.yaml", text);
  assert.ok("value" in parsed, JSON.stringify(parsed));
  return parsed.value;
}

test("what `<<` merges into a map is in it, and what stands beside it wins", () => {
  const text = `base: &base { description: No, content: { a: 1 } }
more: &more { content: { b: 2 }, headers: { c: 3 } }
"410":
  <<: *base
  description: Gone
"411": { <<: [*base, *more] }
`;
  const value = readText(text) as Record<string, object>;
  assert.deepEqual({ ...value["410"] }, { description: "Gone", content: { a: 1 } });
  assert.deepEqual({ ...value["411"] }, { description: "No", content: { a: 1 }, headers: { c: 3 } });

  const source = { file: "openapi.yaml", path: "/openapi.yaml", text, value };
  const { line } = positionOf(child(rootOf(source), "410", "content", "a"));
  assert.equal(line, 3, "what is merged stands where it is merged");
});

test("a `<<` that merges nothing, and a quoted one, are members", () => {
  assert.deepEqual(readText("a: { <<: 1, b: 2 }"), { a: { "<<": 1, b: 2 } });
  assert.deepEqual(readText('a: { "<<": { c: 1 }, b: 2 }'), { a: { "<<": { c: 1 }, b: 2 } });
});

test("no member that is merged changes what all objects have", () => {
  const value = readText(`base: &base { __proto__: { polluted: 1 }, constructor: 2 }\nmerged: { <<: *base, own: 3 }`);
  const { merged } = value as { merged: Record<string, unknown> };
  assert.deepEqual(Object.keys(merged).sort(), ["__proto__", "constructor", "own"]);
  assert.equal(({} as Record<string, unknown>).polluted, undefined);
  assert.equal(Object.getPrototypeOf(merged), Object.prototype);
});
