import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeText } from "../../generator/view/code-text.js";
import {
  anchor,
  authored,
  cell,
  codeBlock,
  codeSpan,
  inlineMarkdown,
  linkTarget,
  markdown,
  markdownAfter,
  pointerSpan,
} from "../../generator/view/markdown/text.js";

/** What each text is written as; it is Markdown, and says so. */
function written(encode: (text: string) => CodeText, forms: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(forms))
    assert.deepEqual(encode(text), { kind: "markdown", text: expected }, JSON.stringify(text));
}

const mixed = "a <b onclick=x> {% x %} ![i](j) `<b> {%`";
const block = "```\n{% x %} <b>\n```";

describe("Markdown of a document, exactly", () => {
  test("of more marks than anybody writes: code, as it stands, and no template tag", () => {
    const many = `{%${"*".repeat(20_001)}`;
    const safe = `{ %${"*".repeat(20_001)}`;
    assert.equal(markdown(many).text, `\`\`\`\n${safe}\n\`\`\``);
    assert.equal(authored(many), `\`\`\`\n${safe}\n\`\`\``);
    for (const encode of [inlineMarkdown, cell]) assert.equal(encode(many).text, `\`${safe}\``);
  });

  test("in paragraphs: no HTML, no template tag, no picture, no definition", () => {
    written(markdown, {
      " a\r\nb\rc ": "a\nb\nc",
      [mixed]: "a &lt;b onclick=x> {&#37; x %} !\\[i](j) `<b> { %`",
      [block]: "```\n{ % x %} <b>\n```",
      "[l]: https://x.example": "\\[l]: https://x.example",
      "[^1]: n": "\\[^1]: n",
      "<br>": "&lt;br>",
      "# h": "\\# h",
    });
  });

  test("for itself: with its headings, its definitions, and the HTML that only shapes text", () => {
    written((text) => ({ kind: "markdown", text: authored(text) }), {
      " a\r\nb\rc ": "a\nb\nc",
      [mixed]: "a <b> {&#37; x %} !\\[i](j) `<b> { %`",
      [block]: "```\n{ % x %} <b>\n```",
      "[l]: https://x.example": "[l]: https://x.example",
      "[^1]: n": "\\[^1]: n",
      "<br>": "<br>",
      "# h": "# h",
      "a\n\n<!-- b": "a\n\n&lt;!-- b",
    });
  });

  test("behind words of ours", () => {
    written(markdownAfter, { "": "", " ": "", a: " a", "- a": "\n\n- a", [block]: "\n\n```\n{ % x %} <b>\n```" });
  });

  test("in one line, which begins no block", () => {
    written(inlineMarkdown, {
      ...{ " a\r\nb  c ": "a b c", "# h": "\\# h", "#": "\\#", "###### x": "\\###### x", "####### x": "####### x" },
      ...{ "#x": "#x", "- a": "\\- a", "-": "\\-", "--": "\\--", "+ a": "\\+ a", "* a": "\\* a", "-x": "-x" },
      ...{ "> a": "\\> a", "| a": "\\| a", "= a": "\\= a", "~~~ a": "\\~~~ a", "~~ a": "~~ a", "```": "\\```" },
      ...{ "***": "\\***", "* * *": "\\* * *", "_ _ _": "\\_ _ _", ___: "\\___", __: "__", _a_: "_a_" },
      ...{ "__ _ a": "__ _ a", "1. a": "1\\. a", "1) a": "1\\) a", "1.": "1\\.", "1.a": "1.a", "123. a": "123\\. a" },
      ...{
        "1234567890. a": "1234567890. a",
        "a # b": "a # b",
        "a - b": "a - b",
        "a 1. b": "a 1. b",
        "<br>": "&lt;br>",
      },
    });
  });

  test("in a cell, a code span, a block of code, a link and an anchor", () => {
    written(cell, {
      [mixed]: "a &lt;b onclick=x> {&#37; x %} !\\[i](j) `<b> { %`",
      "a  |\nb|": "a \\| b\\|",
      "# h": "# h",
    });
    written(pointerSpan, { "": "the body itself", "/a|b": "`/a\\|b`" });
    written(codeSpan, { a: "`a`", "`a": "`` `a ``", "a`": "`` a` ``", "a``b": "```a``b```", "a  b\n|c": "`a b \\|c`" });
    written((text) => codeBlock("js", text), {
      "a\u001b": "```js\na\\u001b\n```",
      "a`b": "```js\na`b\n```",
      "```": "````js\n```\n````",
      "````": "`````js\n````\n`````",
    });
    written(linkTarget, { "a b<>()\\[]|`c\t": "a%20b%3c%3e%28%29%5c%5b%5d%7c%60c%09" });
    written(anchor, { "A b_c-d, É!  x": "a-b_c-d-é--x" });
  });

  test("a code span is one between as many backticks as it begins with, and none behind a backslash", () => {
    written(inlineMarkdown, {
      "`<a>` <a>": "`<a>` &lt;a>",
      "``<a>`` <a>": "``<a>`` &lt;a>",
      "``<a>` <a>": "``&lt;a>` &lt;a>",
      "`<a>`` <a>": "`&lt;a>`` &lt;a>",
      "\\`<a>` <a>": "\\`&lt;a>` &lt;a>",
      "a `<a> b": "a `&lt;a> b",
      "</a> < b <3": "&lt;/a> &lt; b &lt;3",
    });
  });
});
