import assert from "node:assert/strict";
import { test } from "node:test";
import markdownIt from "markdown-it";
import { parseFragment } from "parse5";
import { plainText, richLine, richText } from "../../generator/view/html/rich-text.js";
import { authored, cell, inlineMarkdown, markdown, markdownAfter } from "../../generator/view/markdown/text.js";

const count = 300_000;
const marks = ["*", "**a", "[", "![", "`", "`a", "<", "<a ", "](", "_", "~", "&", "&#", "\\", "!", ">", "<!--", "a_"];
const longest = 2000;

function textIn(html: string): string {
  const nodes: { readonly nodeName: string; readonly value?: string; readonly childNodes?: readonly object[] }[] = [
    parseFragment(html) as never,
  ];
  let text = "";
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.nodeName === "#text") text += node.value ?? "";
    nodes.push(...([...(node.childNodes ?? [])].reverse() as typeof nodes));
  }
  return text;
}

test("a text of nothing but marks is shown as it stands, at once", () => {
  for (const mark of marks) {
    const text = `${mark.repeat(Math.ceil(count / mark.length))}x`;
    const start = performance.now();
    const html = [richText(text), richLine(text)].map((made) => made.text);
    const made = [markdown(text).text, markdownAfter(text).text, authored(text)];
    const lines = [inlineMarkdown(text).text, cell(text).text];
    assert.equal(plainText(text), text);
    assert.ok(performance.now() - start < longest, `${mark}: ${performance.now() - start} ms`);
    for (const page of html) assert.equal(textIn(page).trim(), text, mark);
    for (const block of made) assert.equal(markdownIt("commonmark").parse(block, {})[0]?.content.trimEnd(), text, mark);
    for (const line of lines) assert.ok(line.startsWith("`") && !line.includes("\n"), mark);
  }
});

test("nor does it hold template tags or leave its place", () => {
  const text = `${"*".repeat(count)}{% a %}\n\n\`\`\`\n# b | c`;
  for (const { text: made } of [markdown(text), inlineMarkdown(text), cell(text)]) assert.ok(!made.includes("{%"));
  assert.ok(!authored(text).includes("{%"));
  assert.equal(markdownIt("commonmark").parse(markdown(text).text, {}).length, 1);
  assert.ok(cell(text).text.endsWith("\\| c`") || !/(?<!\\)\|/.test(cell(text).text));
});

test("a text of a usual length, or with as many marks as its words need, is Markdown all the same", () => {
  assert.equal(richText("**a** ".repeat(3000)).text.match(/<strong>/g)?.length, 3000);
  assert.match(markdown(`${"word ".repeat(100_000)}**a**`).text, /^word [\s\S]+\*\*a\*\*$/);
});
