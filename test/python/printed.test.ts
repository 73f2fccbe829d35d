import assert from "node:assert/strict";
import { test } from "node:test";
import { parseError } from "../../generated/momail/index.js";
import { escapeControls } from "../../generator/runtime/text.js";
import { unsafeTexts } from "../runtime/unsafe-characters.js";
import { askPython } from "./run-python.js";

interface Printed {
  readonly message: string;
  readonly request_id: string;
  readonly printed: readonly string[];
}

test("what Python prints and logs of an error holds no character that moves a terminal, reorders text or hides in it", async () => {
  const answers = unsafeTexts.flatMap((text) =>
    ["VALIDATION_ERROR", `c${text}`].map((code) => {
      const details = { [`a${text}`]: text };
      const error = { code, message: text, details };
      return { status: 400, headers: { "x-request-id": text }, body: { success: false, error } };
    }),
  );
  const found = await askPython<Printed>("printed.py", answers);
  for (const [i, { message, request_id, printed }] of found.entries()) {
    const ours = parseError(answers[i]!);
    assert.deepEqual([message, request_id], [ours.message, ours.requestId]);
    for (const text of printed) for (const line of text.split("\n")) assert.equal(line, escapeControls(line));
  }
});
