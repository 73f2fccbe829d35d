import assert from "node:assert/strict";
import { test } from "node:test";
import { parseText } from "../../generator/read/parse.js";

const limit = 100_000;

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

/** Each has more anchors and aliases than a file may hold, in another place. */
const beyond: Readonly<Record<string, { readonly text: string; readonly line: number; readonly column: number }>> = {
  "uses of one anchor": { text: `a: &a x\nb:\n${lines(limit, () => "- *a")}`, line: limit + 2, column: 3 },
  "anchors that nothing uses": { text: lines(limit + 1, (i) => `k${i}: &a${i} x`), line: limit + 1, column: 10 },
  "each of the one before": {
    text: `a0: &a0 [x]\n${lines(limit / 2, (i) => `a${i + 1}: &a${i + 1} [*a${i}]`)}`,
    line: limit / 2 + 1,
    column: 18,
  },
  "in flow, behind a quoted key": {
    text: `a: &a x\nb: [${'{"k":*a},'.repeat(limit)}]`,
    line: 2,
    column: 5 + 9 * (limit - 1) + 5,
  },
  "twice as deep with each": {
    text: `a0: &a0 [x]\n${lines(limit / 2, (i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i}]`)}`,
    line: 33_335,
    column: 9,
  },
};

test("more than 100,000 anchors and aliases are refused where the first is too many", () => {
  for (const [name, { text, line, column }] of Object.entries(beyond)) {
    const parsed = parseText("openapi.yaml", text);
    assert.ok("problems" in parsed, name);
    const [problem] = parsed.problems;
    assert.match(problem?.message ?? "", /more than 100,000 anchors and aliases/, name);
    assert.deepEqual([problem?.position.line, problem?.position.column], [line, column], name);
  }
});

/** What looks like one, and is text. */
const notOne = lines(limit + 1, (i) => `  - *a${i} &b [*c, *d]`);
const texts: Readonly<Record<string, string>> = {
  "a literal block": `a: |\n${notOne}\n`,
  "a folded block": `a: >-\n${notOne}\n`,
  "single quotes": `a: '\n${notOne}'\n`,
  "double quotes": `a: "\n${notOne}"\n`,
  "a text without quotes": `a: x\n${notOne.replaceAll(", ", " ")}\n`,
  comments: `a: x\n${notOne.replaceAll("  -", "# ")}\n`,
  "keys of a map": lines(limit + 1, (i) => `k *${i} &: x`),
  JSON: `{"a": [${lines(limit, () => '" *a &b",')}""]}`,
};

test("what only looks like an anchor or an alias is none, however often", () => {
  for (const [name, text] of Object.entries(texts)) {
    const parsed = parseText("openapi.yaml", text);
    assert.ok("value" in parsed, `${name}: ${JSON.stringify("problems" in parsed && parsed.problems)}`);
  }
});

test("100,000 of them are taken", () => {
  const parsed = parseText("openapi.yaml", `a: &a x\nb:\n${lines(limit - 1, () => "- *a")}`);
  assert.ok("value" in parsed);
});
