import { createRequire } from "node:module";

const listed = createRequire(import.meta.url)("big-list-of-naughty-strings/blns.json") as readonly string[];

/** What ends a string, a comment, a tag, a cell or a line, acts as a directive or is a name that a language knows. */
const own = [
  ...["'", '"', "`", "\\", "\\'", '\\"', "$" + "{code}", "*/ code /*", "/* nested", "// line\ncode", "\\u002a/ code"],
  ...["a\rb", "a\r\nb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u000bb", "a\u000cb", "a\u0000b", "a\u001b[2Jb"],
  ...[
    "</script><script>code()</script>",
    "<!--<script>",
    "]]>",
    "-->",
    "<img src=x onerror=code()>",
    "<x-a onfocus=c>",
  ],
  ...["[l](javascript:code())", "[l](JaVaScRiPt&colon;code())", "<data:text/html,x>", "[l](vbscript:code())"],
  ...["[l](file:///etc/passwd)", "[l]: javascript:code()", "[^1]: note", "[^1]", "![i](https://evil.example/i.png)"],
  ...["a | b", "|", "a\n\n| b | c |\n|---|---|\n| d |", "```", "~~~", "```js\ncode()", "# heading", "a\n===", "a\n---"],
  ...["---", "***", "___", "- - -", "> quote", "1. one", "+ plus", "    code", "<div>\n\nno end", "<!-- no end", "<?x"],
  ...['"""', "'''", 'x"', "\\N{BULLET}", "{x}", "%s", "# coding: latin-1", "# type: ignore", "\tx", "x\\"],
  ...["{{x}}", "{{{x}}}", "{{> p}}", "{{#with x}}", "{% x %}", "<% x %>", "{% partial file='x' %}"],
  ...["\u202ea\u202c", "\u2066a\u2069", "a\u200bb", "\ufeffa", "a\u{e0041}b", "\ud800", "a\udc00", "\ufffe", "\uffff"],
  ...["@internal", "@__PURE__", "@type {string}", "@jest-environment node", "@flow", "@ts-nocheck", "@deprecated"],
  ...["@example\ncode()", "@param x y", "{@link x}", "@generated", "@license x", "@preserve", "@ts-ignore"],
  ...[
    "/// <reference path='x' />",
    "//# sourceMappingURL=x",
    "eslint-disable",
    "biome-ignore lint: x",
    "prettier-ignore",
  ],
  ...["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "a,b", 'a"b', "a;b"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "Error", "Object", "default"],
  ...["class", "await", "None", "True", "self", "Exception", "name", "message", "stack", "cause", "async", "import"],
  ...[
    "../../x",
    "/etc/x",
    "..\\x",
    "C:x",
    "con",
    "aux.ts",
    "x.",
    "x ",
    "a/b",
    "%2e%2e/",
    ".git/hooks/x",
    "x".repeat(300),
  ],
  ...["k\u212a", "ﬁle", "\u0430", "e\u0301", "\u00e9", "👩‍👩‍👧‍👦", "שלום", "1", "01", "1e3", "true", "null", "-"],
];

/** Every text that a document may hold to leave its place: those of the big list of naughty strings, and what it lacks. */
export const naughtyTexts: readonly string[] = [...new Set([...own, ...listed])];
