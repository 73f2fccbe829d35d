import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import markdownIt from "markdown-it";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import ts from "typescript";
import { urlPart } from "../../generator/problem/url.js";
import { escapeControls, escapeInLines, printable as messageLine } from "../../generator/runtime/text.js";
import { csvCell } from "../../generator/view/data/csv.js";
import { html, htmlJson, htmlName, htmlWithin, printable } from "../../generator/view/html/text.js";
import { codeBlock, codeSpan } from "../../generator/view/markdown/text.js";
import { flat } from "../../generator/view/python/code.js";
import { docstring, jsonCode, quoted } from "../../generator/view/python/text.js";
import { docComment, literal, memberKey, propertyKey, stringLiteral } from "../../generator/view/typescript/text.js";
import { askPython } from "../python/run-python.js";
import { cellsIn } from "./csv-structure.js";
import { naughtyTexts } from "./naughty.js";

/** Texts of every kind, and those that are known to leave their place. */
const pieces = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom(...naughtyTexts));
const text = fc.oneof(
  pieces,
  fc.array(pieces, { maxLength: 4 }).map((all) => all.join("")),
);
const all = [...naughtyTexts, ...fc.sample(text, { seed: 5, numRuns: 500 })];
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u;
const visible = (one: string) => one.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, "");

describe("in TypeScript", () => {
  test("a string literal is that string, on one line, with nothing hidden in it", () => {
    for (const one of all) {
      const { text: code } = stringLiteral(one);
      assert.equal(evaluated(code), one);
      assert.doesNotMatch(code, unseen);
      assert.doesNotMatch(code, /<\/|<!--/);
    }
  });

  test("a literal is that value, and its keys are its own", () => {
    for (const [index, one] of all.entries()) {
      const value = { [one]: [one, { [one]: index }], b: null, c: [] };
      assert.deepEqual(evaluated(literal(value).text), value);
    }
  });

  test("a key of an object or of an interface is that key", () => {
    for (const one of all) {
      assert.deepEqual(Object.keys(evaluated(`{ ${propertyKey(one).text}: 1 }`) as object), [one]);
      assert.deepEqual(memberNames(`interface X { ${memberKey(one).text}: 1 }`), [one]);
    }
  });

  test("a doc comment is one comment, says the text, and nothing in it is a tag or a directive", () => {
    for (const one of all) {
      const { text: comment } = docComment(["First.", one], 2);
      const file = ts.createSourceFile("x.ts", `${comment}\nlet x;`, ts.ScriptTarget.Latest, true);
      assert.equal(file.statements.length, 1, comment);
      assert.deepEqual(ts.getJSDocTags(file.statements[0]!), [], comment);
      assert.doesNotMatch(comment.replaceAll("\n", ""), unseen);
      assert.doesNotMatch(
        comment,
        /(?<![\w.+-])@\w|[@#]__|sourceMappingURL|\b(?:es|ts)lint-|\b(?:biome|prettier)-ignore/i,
      );
      const said = comment
        .replace(/^\/\*\*|\*\/$/g, "")
        .replace(/^ +\* ?/gm, " ")
        .replace(/\s+/g, " ")
        .trim();
      const decoded = said
        .replaceAll("*\\/", "*/")
        .replaceAll("/\\*", "/*")
        .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
      const expected = `First. ${visible(one.replace(/\s+/g, " "))}`.replace(/\s+/g, " ").trim();
      if (!/\*\\\/|\/\\\*|&#\d+;/.test(one)) assert.equal(decoded, expected);
    }
  });
});

describe("in Python", () => {
  const structures = (codes: readonly string[]) =>
    askPython<{ readonly strings: string[]; readonly found: string[] }>("structure.py", codes);

  test("a string literal is that string, alone and in a dict", async () => {
    const codes = all.flatMap((one) => [`x = ${quoted(one)}`, `x = ${flat(jsonCode({ [one]: one }))}`]);
    const answers = await structures(codes);
    for (const [index, one] of all.entries()) {
      assert.deepEqual(answers[index * 2]!.strings, [one], JSON.stringify(one));
      assert.deepEqual(answers[index * 2 + 1]!.strings, [one, one], JSON.stringify(one));
      assert.doesNotMatch(codes[index * 2]!, unseen);
    }
  });

  test("a docstring is one string and says the text", async () => {
    const answers = await structures(all.map((one) => docstring(["First.", one]).text));
    for (const [index, one] of all.entries()) {
      const { strings, found } = answers[index]!;
      assert.deepEqual(found, ["Constant in Expr", "Expr in Module"], JSON.stringify(one));
      const said = strings.join("").replace(/\s+/g, " ").trim();
      const expected = `First. ${one}`
        .replace(/\s+/g, " ")
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Variation_Selector}]/gu, "");
      assert.equal(said, expected.replace(/\s+/g, " ").trim());
    }
  });
});

describe("in Markdown", () => {
  const parser = markdownIt();

  test("a code span is one, and says the text", () => {
    for (const one of all.filter((each) => each.trim() !== "")) {
      const [token, ...others] = parser.parseInline(codeSpan(one).text, {})[0]!.children ?? [];
      assert.deepEqual([token?.type, others], ["code_inline", []], JSON.stringify(one));
      const said = token!.content.replaceAll("\\|", "|").trim();
      assert.equal(said, escapeControls(one.replace(/\s+/g, " ")).trim());
    }
  });

  test("a block of code is one, whatever is in it", () => {
    for (const one of all) {
      const [token, ...others] = parser.parse(codeBlock("json", one).text, {});
      assert.deepEqual([token?.type, others], ["fence", []], JSON.stringify(one));
      assert.equal(token!.content, `${escapeInLines(one)}\n`.replaceAll("\r", ""));
    }
  });
});

describe("in HTML", () => {
  test("text is that text, between tags and in an attribute", () => {
    for (const one of all) {
      const [element] = parseFragment(`<p title="${html(one).text}">${html(one).text}</p>`).childNodes;
      const { attrs, childNodes } = element as DefaultTreeAdapterTypes.Element;
      assert.equal(attrs[0]?.value, printable(one));
      assert.equal(textOf(childNodes), printable(one));
      assert.equal(textOf(parseFragment(`<p>${htmlName(one).text}</p>`).childNodes), printable(one));
    }
  });

  test("what may be printed has no controls, halves of pairs or marks that move text; all else stays", () => {
    for (const one of all) {
      assert.doesNotMatch(
        printable(one).replace(/[\t\n]/g, ""),
        /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u,
      );
      if (/^[\p{L}\p{N}\p{P}\p{S} ]*$/u.test(one)) assert.equal(printable(one), one);
    }
  });

  test("a value in a script is that value", () => {
    for (const one of all) {
      const { text: json } = htmlJson([one]);
      assert.deepEqual(JSON.parse(json), [one]);
      assert.doesNotMatch(json, /</);
      assert.doesNotMatch(json, unseen);
    }
  });

  test("a text that is cut ends with a whole character, and fits", () => {
    for (const one of all)
      for (const length of [3, 10, 40]) {
        const { text: cut } = htmlWithin(one, length);
        const whole = html(one.replace(/\s+/g, " ")).text;
        assert.ok(
          cut === whole || (cut.endsWith("…") && whole.startsWith(cut.slice(0, -1))),
          JSON.stringify([one, cut]),
        );
        assert.ok(cut.length <= length, cut);
      }
  });
});

describe("elsewhere", () => {
  test("a cell of a table is one cell in one line, and no formula", () => {
    for (const one of all) {
      const [row, ...rows] = cellsIn(`${csvCell(one)},${csvCell(one)}\n`);
      assert.deepEqual([row?.length, rows.length], [2, 0], JSON.stringify(one));
      const cell = row![0]!;
      assert.equal(cell.replace(/^'(?=[=+\-@])/, ""), escapeControls(one));
      assert.ok(!/^[=+\-@]/.test(cell) || /^[+-]?\d+(?:\.\d+)?$/.test(cell), cell);
      assert.equal(
        cell.startsWith("'") && !one.startsWith("'"),
        /^[=+\-@]/.test(one) && !/^[+-]?\d+(?:\.\d+)?$/.test(one),
      );
    }
  });

  test("a part of an address is that text", () => {
    for (const one of all) {
      const part = urlPart(one);
      assert.match(part, /^[\w%.!~*'()-]*$/);
      assert.equal(decodeURIComponent(part), one.replace(/\p{Cs}/gu, "\ufffd"));
    }
  });

  test("in a terminal, what can't be seen is written out, and the rest is as it was", () => {
    for (const one of all) {
      assert.doesNotMatch(escapeControls(one), unseen);
      if (!/[\p{C}\p{Z}]/u.test(one.replaceAll(" ", ""))) assert.equal(escapeControls(one), one);
      assert.equal(escapeInLines(one).split("\n").length, one.split("\n").length);
    }
  });

  test("a message is one line in which nothing hides, of any length and of what can't be seen alone too", () => {
    const hidden = ["\u0007", "\u001b\u009b", "\u202e", "\u200b\ufeff", "\ud800", "\u2028\n"];
    for (const one of [...hidden, ...all]) {
      const line = messageLine(one);
      assert.doesNotMatch(line, unseen);
      assert.ok(line.length <= 500);
      assert.ok(escapeControls(one).startsWith(line));
    }
  });
});

function evaluated(code: string): unknown {
  return new Function(`return (${code});`)();
}

function memberNames(code: string): string[] {
  const [statement] = ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true).statements;
  return (statement as ts.InterfaceDeclaration).members.map(({ name }) => (name as ts.StringLiteral).text);
}

function textOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  return nodes
    .map((node) => ("value" in node ? node.value : "childNodes" in node ? textOf(node.childNodes) : ""))
    .join("");
}
