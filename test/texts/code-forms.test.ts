import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { describe as described, escapeInLines, printable as line, textOf } from "../../generator/runtime/text.js";
import { csvCell } from "../../generator/view/data/csv.js";
import { escapeHiddenInLines } from "../../generator/view/hidden.js";
import { html, htmlJson, htmlName, htmlWithin, printable } from "../../generator/view/html/text.js";
import { flat } from "../../generator/view/python/code.js";
import { docstring, jsonCode, python, quoted } from "../../generator/view/python/text.js";
import { lineInComment } from "../../generator/view/typescript/comment.js";
import {
  commentText,
  docComment,
  identifier,
  lineWidth,
  literal,
  memberKey,
  propertyKey,
  reference,
  stringLiteral,
  textKey,
} from "../../generator/view/typescript/text.js";

const word = fc.stringMatching(/^[a-z]{1,40}$/);
const words = fc.array(word, { minLength: 1, maxLength: 40, size: "max" }).map((all) => all.join(" "));
const indent = fc.constantFrom(0, 2, 4, 8);

/** Lines are as long as they can be: no word of one has room in that before, and none is too long but a single word. */
function assertFilled(lines: readonly string[], prefix: number, width: number, used = 0): void {
  for (const [index, own] of lines.entries()) {
    const room = width - prefix - (index === 0 ? used : 0);
    assert.ok(own.length <= room || !own.includes(" "), own);
    const [next] = lines[index + 1]?.split(" ") ?? [];
    if (next !== undefined) assert.ok(own.length + 1 + next.length > room, `${own} ${next}`);
  }
}

describe("TypeScript, exactly", () => {
  test("a doc comment is one line where that fits, else lines that are full, with a paragraph for each text", () => {
    const judge = (texts: readonly string[], pad: number) => {
      const { kind, text } = docComment(texts, pad);
      assert.equal(kind, "comment");
      const one = `/** ${texts[0]} */`;
      if (texts.length === 1 && pad + one.length <= lineWidth) return assert.equal(text, one);
      const start = `${" ".repeat(pad)} *`;
      const [first, ...rest] = text.split("\n");
      assert.deepEqual([first, rest.pop()], ["/**", `${start}/`]);
      const paragraphs = rest
        .map((own) => own.slice(start.length + 1))
        .join("\n")
        .split("\n\n");
      assert.deepEqual(
        paragraphs.map((own) => own.replaceAll("\n", " ")),
        texts,
      );
      for (const own of rest) assert.ok(own === start || own.startsWith(`${start} `));
      for (const own of paragraphs) assertFilled(own.split("\n"), pad + 3, lineWidth);
    };
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 3, size: "max" }), indent, judge), {
      seed: 1,
      numRuns: 60,
    });
    for (const length of [102, 103, 104]) judge(["a".repeat(length)], 0);
    for (const length of [98, 99, 100]) judge(["a".repeat(length)], 4);
  });

  test("a doc comment leaves out what is empty, and ends with its tag", () => {
    assert.equal(docComment(["a", " ", "b"]).text, "/**\n * a\n *\n * b\n */");
    const long = "a".repeat(lineWidth);
    assert.equal(docComment([long]).text, `/**\n * ${long}\n */`);
    assert.equal(docComment([`${long} b`]).text, `/**\n * ${long}\n * b\n */`);
    assert.equal(docComment(["a"], 0, "@deprecated").text, "/**\n * a\n *\n * @deprecated\n */");
    assert.equal(
      docComment(["a"], 2, "@deprecated use\n@b").text,
      "/**\n   * a\n   *\n   * @deprecated use &#64;b\n   */",
    );
    assert.equal(docComment([], 0, "@x").text, "/** @x */");
    assert.equal(docComment(["a"], 0, "no @tag").text, "/** a */");
    assert.deepEqual(commentText(" a\n */ @b "), { kind: "comment", text: "a *\\/ &#64;b" });
    assert.equal(lineInComment("  a \n  b  "), "a b");
    assert.equal(lineInComment("#__PURE__ a@b.c @x # y V8 ignore"), "&#35;__PURE__ a@b.c &#64;x # y &#86;8 ignore");
    assert.equal(lineInComment("eslint-x c8 ignore a8 x"), "&#101;slint-x &#99;8 ignore a8 x");
  });

  test("a literal is one line if and only if that fits; a list of plain values fills its lines", () => {
    const plain = fc.oneof(word, fc.integer(), fc.boolean());
    const judge = (values: readonly unknown[], pad: number) => {
      const { kind, text } = literal(values, pad);
      const items = values.map((each) => JSON.stringify(each));
      const one = `[${items.join(", ")}]`;
      assert.equal(kind, "literal");
      if (pad + one.length <= lineWidth) return assert.equal(text, one);
      const start = " ".repeat(pad + 2);
      const [first, ...rest] = text.split("\n");
      assert.deepEqual([first, rest.pop()], ["[", `${" ".repeat(pad)}]`]);
      for (const own of rest) assert.ok(own.startsWith(start) && own.charAt(start.length) !== " ");
      assert.equal(rest.map((own) => own.trim()).join(" "), `${items.join(", ")},`);
      assertFilled(
        rest.map((own) => own.trim()),
        pad + 2,
        lineWidth,
      );
    };
    fc.assert(fc.property(fc.array(plain, { maxLength: 30, size: "max" }), indent, judge), { seed: 2, numRuns: 100 });
    for (const length of [50, 51, 52, 53]) judge(["a".repeat(50), "b".repeat(length)], 0);
  });

  test("what does not fit has a member on each line", () => {
    const long = "x".repeat(90);
    assert.equal(
      literal({ a: { long }, b: [{ long }, 1], "c-d": null, e: {}, f: [] }, 2).text,
      `{\n    a: { long: "${long}" },\n    b: [\n      { long: "${long}" },\n      1,\n    ],\n    "c-d": null,\n    e: {},\n    f: [],\n  }`,
    );
    const short = { a: "x".repeat(25) };
    const own = `  { a: "${short.a}" },\n`;
    assert.equal(literal([1, short, short, 2, 3, short]).text, `[\n  1,\n${own}${own}  2,\n  3,\n${own}]`);
    assert.equal(
      literal({ a: { b: [{ long, longer: long }] } })
        .text.split("\n")
        .at(4),
      `        long: "${long}",`,
    );
    assert.equal(literal({ a: reference("made"), b: [reference("other")] }).text, "{ a: made, b: [other] }");
    assert.equal(
      literal({ "</b>": ["</a>", { a: "<!--\u202e" }] }).text,
      '{ "<\\/b>": ["<\\/a>", { a: "<\\!--\\u202e" }] }',
    );
    assert.throws(() => reference("not a name"));
    assert.equal(literal(undefined).text, "undefined");
    assert.equal(literal(null, 200).text, "null");
    assert.equal(literal("a", 200).text, '"a"');
  });

  test("keys have quotes where they need them", () => {
    const keys = {
      a: "a",
      $b_1: "$b_1",
      "a-b": '"a-b"',
      "0": "0",
      "42": "42",
      "042": '"042"',
      "123456789": "123456789",
    };
    for (const [key, expected] of Object.entries({ ...keys, "1234567890": '"1234567890"', "": '""' })) {
      assert.deepEqual(propertyKey(key), { kind: "literal", text: expected });
      assert.deepEqual(memberKey(key), { kind: "literal", text: expected });
      assert.deepEqual(textKey(key), { kind: "literal", text: /^\d/.test(expected) ? `"${key}"` : expected });
    }
    assert.equal(propertyKey("__proto__").text, '["__proto__"]');
    assert.equal(memberKey("__proto__").text, "__proto__");
    assert.deepEqual(identifier("a$1"), { kind: "identifier", text: "a$1" });
    assert.throws(() => identifier("a b"), /^Error: not an identifier: "a b"$/);
    assert.deepEqual(stringLiteral("</a><!--\u202e"), { kind: "literal", text: '"<\\/a><\\!--\\u202e"' });
    assert.equal(escapeHiddenInLines("a\n\tb\u202e\u{e0041}"), "a\n\tb\\u202e\\udb40\\udc41");
  });
});

describe("Python, exactly", () => {
  test("a docstring is one line where that fits, else lines that are full", () => {
    const width = 88;
    const judge = (texts: readonly string[], pad: number) => {
      const { kind, text } = docstring(texts, pad);
      assert.equal(kind, "python");
      const one = `"""${texts[0]}"""`;
      if (texts.length === 1 && pad + one.length <= width) return assert.equal(text, one);
      const start = " ".repeat(pad);
      assert.ok(text.startsWith('"""') && text.endsWith(`\n${start}"""`));
      const lines = text.slice(3, -4 - pad).split("\n");
      for (const own of lines.slice(1))
        assert.ok(own.trim() === "" || (own.startsWith(start) && own.charAt(pad) !== " "));
      const paragraphs = lines
        .map((own) => own.trim())
        .join("\n")
        .split("\n\n");
      assert.deepEqual(
        paragraphs.map((own) => own.replaceAll("\n", " ")),
        texts,
      );
      for (const [index, own] of paragraphs.entries()) assertFilled(own.split("\n"), pad, width, index === 0 ? 3 : 0);
    };
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 3, size: "max" }), indent, judge), {
      seed: 3,
      numRuns: 60,
    });
    for (const length of [81, 82, 83]) judge(["a".repeat(length)], 0);
    for (const length of [77, 78, 79]) judge(["a".repeat(length)], 4);
  });

  test("a docstring keeps clear of its quotes and of what linters look for", () => {
    const forms = { '"a"': '""" "a" """', 'a"': '"""a" """', 'a""b': '"""a""b"""', 'a"""b': '"""a\\"\\"\\"b"""' };
    for (const [text, expected] of Object.entries({
      ...forms,
      "a # b #1 #/": '"""a \\x23 b #1 #/"""',
      " \\ ": '"""\\\\"""',
    }))
      assert.equal(docstring([text]).text, expected);
    assert.equal(docstring(['"a', "", "b  c"], 2).text, '""" "a\n\n  b c\n  """');
    assert.equal(docstring([]).text, '""""""');
    assert.equal(docstring(["a", "b"]).text, '"""a\n\nb\n"""');
    const long = "a".repeat(90);
    assert.equal(docstring([long], 2).text, `"""${long}\n  """`);
    assert.equal(docstring(["a", `${long} b`]).text, `"""a\n\n${long}\nb\n"""`);
  });

  test("values and strings", () => {
    const forms: [unknown, string][] = [
      [{ a: [true, false, null, 1.5, 1e21, "b"], c: {} }, '{"a": [True, False, None, 1.5, 1e21, "b"], "c": {}}'],
      [Number.NaN, "None"],
      [undefined, "None"],
    ];
    for (const [value, expected] of forms) assert.equal(flat(jsonCode(value)), expected);
    const strings = { a: '"a"', 'a"b': "'a\"b'", "a'b": '"a\'b"', "\"'": '"\\"\'"', "\n\r\t\\": '"\\n\\r\\t\\\\"' };
    for (const [text, expected] of Object.entries({
      ...strings,
      "\u0007\u202e": '"\\u0007\\u202e"',
      "\u{e0041}": '"\\U000e0041"',
    }))
      assert.equal(quoted(text), expected);
    assert.deepEqual(python("x"), { kind: "python", text: "x" });
  });
});

describe("elsewhere, exactly", () => {
  test("HTML: what acts is an entity, line ends are one, names break where words meet", () => {
    assert.deepEqual(html("&<>\"'\r\n\r\0\u202e"), {
      kind: "html",
      text: "&#38;&#60;&#62;&#34;&#39;\n\n\ufffd\\u202e",
    });
    assert.equal(printable("a\tb\rc\ud800"), "a\tb\nc\ufffd");
    const names = {
      a_b: "a_<wbr>b",
      "a__b/c.d-e": "a__<wbr>b/<wbr>c.<wbr>d-<wbr>e",
      aBcD: "a<wbr>Bc<wbr>D",
      ABC: "ABC",
    };
    for (const [name, expected] of Object.entries({
      ...names,
      _a: "_a",
      a_: "a_",
      "a[0].b": "a[0].<wbr>b",
      "-.": "-.",
      "<.b": "&#60;.b",
    }))
      assert.deepEqual(htmlName(name), { kind: "html", text: expected });
    assert.deepEqual(htmlJson({ "<": "\u2028" }), { kind: "html", text: '{"\\u003c":"\\u2028"}' });
    assert.deepEqual(htmlWithin("abcdef", 4), { kind: "html", text: "abc…" });
    assert.deepEqual(htmlWithin("a  b\nc", 6), { kind: "html", text: "a b c" });
    assert.equal(htmlWithin("a<b", 6).text, "a…");
  });

  test("cells of a table: numbers stay, formulas do not", () => {
    const forms = {
      "-1": "-1",
      "+12.50": "+12.50",
      "-1x": "'-1x",
      "=1": "'=1",
      "@a": "'@a",
      'a"b': '"a""b"',
      "a,b": '"a,b"',
      "a=1": "a=1",
    };
    for (const [text, expected] of Object.entries({
      ...forms,
      "x-1": "x-1",
      "-1-1": "'-1-1",
      "=,": '"\'=,"',
      "-": "'-",
    }))
      assert.equal(csvCell(text), expected);
  });

  test("a terminal, a message", () => {
    assert.equal(line(`${"a".repeat(498)}\n`), "a".repeat(498));
    assert.equal(line(`${"a".repeat(494)}\u0007b`), `${"a".repeat(494)}\\u0007`);
    assert.equal(line("a\u{e0041}\u0007"), "a\\u{e0041}\\u0007");
    assert.equal(escapeInLines("a\u001b\tb\n\u0007"), "a\\u001b\tb\n\\u0007");
    assert.equal(escapeInLines("a\u001b[1m\u0007\u0008b", true), "a\u001b[1m\\u0007\\u0008b");
    assert.deepEqual(
      [textOf("a"), textOf(1), textOf(true), textOf(null), textOf({})],
      ["a", "1", undefined, undefined, undefined],
    );
    const found: [unknown, string][] = [
      ...([
        [undefined, "nothing"],
        [null, "null"],
        [[], "an array"],
        [{}, "an object"],
        [1, "number 1"],
      ] as [unknown, string][]),
      ...([
        [true, "boolean true"],
        ['a"', 'string "a\\""'],
        ["b".repeat(61), `string "${"b".repeat(60)}"`],
      ] as [unknown, string][]),
    ];
    for (const [value, expected] of found) assert.equal(described(value), expected);
  });
});
