import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect, stripVTControlCharacters } from "node:util";
import { parseAnswer } from "../../generator/runtime/index.js";
import { escapeControls } from "../../generator/runtime/text.js";
import { errorBody, sampleContract } from "./sample-contract.js";
import { unsafeTexts } from "./unsafe-characters.js";

/** All that a text from the wire may come out in, with each part of it. */
function errorWith(text: string): Error {
  const cause = Object.assign(new Error(text), { stack: `Error: ${text}\n    at x`, [`k${text}`]: text, code: text });
  const details = { [`a${text}`]: [text], fields: [{ path: text, message: text }] };
  const answer = {
    status: 404,
    headers: { "x-request-id": text },
    body: { ...(errorBody(`c${text}`, { details }) as object), [text]: 1 },
  };
  const request = { method: text, url: `https://x/${text}` };
  return parseAnswer(sampleContract, answer, { cause, operation: text, request });
}

test("what Node prints of an error holds no character that moves a terminal, reorders text or hides in it", () => {
  for (const text of unsafeTexts) {
    const error = errorWith(text);
    for (const printed of [
      inspect(error, { depth: 9 }),
      stripVTControlCharacters(inspect(error, { colors: true, depth: 9 })),
      inspect({ around: [error] }),
      inspect(new Error("outer", { cause: error })),
      error.message,
      error.stack!,
    ])
      for (const line of printed.split(/[\t\n]/)) assert.equal(line, escapeControls(line));
  }
});

test("colours stay, and what is not unsafe is printed as it came", () => {
  assert.match(inspect(errorWith("m"), { colors: true }), /\u001b\[3\dm/);
  const family = "\u{1f468}\u200d\u{1f469} é e\u0301 \u05d0";
  const { message } = parseAnswer(sampleContract, { status: 404, body: family });
  assert.equal(message, family);
});
