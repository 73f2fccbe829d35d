import assert from "node:assert/strict";
import { test } from "node:test";
import { parseError } from "../../generated/momail/index.js";
import { askPython } from "./run-python.js";

const labels = `utf-8 UTF8 "utf-8" iso-8859-1 "Latin1" us-ascii windows-1252 iso-8859-2 iso-8859-9 iso-8859-15
windows-1251 koi8-r macintosh utf-7 unicode_escape rot13 base64 none`.split(/\s/);
const wide = "utf-16 utf-16be shift_jis euc-jp euc-kr gbk gb2312 gb18030 big5".split(" ");

test("Python reads text in the encoding that TypeScript reads it in", async () => {
  const typeOf = (label: string) => `text/plain; format=flowed; Charset=${label}`;
  const texts = [Buffer.from("Größe"), Buffer.from([0x4d, 0xfc, 0xe4]), Buffer.from("\ufeffGröße")];
  const pairs = [Buffer.from([0xb0, 0xa1]), Buffer.from("even"), Buffer.from("\ufeffGröße", "utf16le")];
  const types = [...labels.map(typeOf), "text/plain", "text/plain; charset", "text/plain; charset="];
  const answers = [...types.flatMap((type) => texts.map((body) => [type, body] as const))]
    .concat([...labels, ...wide].flatMap((label) => pairs.map((body) => [typeOf(label), body] as const)))
    .map(([type, body]) => ({ status: 500, headers: { "content-type": type }, body }));
  const questions = answers.map(({ body, ...answer }) => ({
    api: "momail",
    ...answer,
    base64: body.toString("base64"),
  }));
  const parsed = await askPython<{ readonly message: string }>("parse.py", questions);
  for (const [i, answer] of answers.entries())
    assert.equal(readable(parsed[i]!.message), readable(parseError(answer).message), JSON.stringify(questions[i]));
});

/** How many marks stand for broken characters is for each decoder to say. */
function readable(text: string): string {
  return text.replace(/\ufffd+/g, "\ufffd");
}
