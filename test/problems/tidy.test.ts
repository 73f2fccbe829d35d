import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { problemCodes } from "../../generator/problem/meanings.js";
import { cases, codesIn } from "./cases.js";

const known: readonly string[] = problemCodes;

test("every problem code has a case that prints it", () => {
  const printed = new Set(cases.flatMap(({ expected }) => codesIn(expected)));
  const elsewhere = [
    // No run of lint writes anything: test/write, test/cli/refusal and test/infer/scan have the cases.
    ...["file-edited", "file-kept", "file-not-ours", "file-outdated", "file-unwritable"],
    ...["output-link", "output-locked", "output-refused"],
    // Nor does it make docs: test/cli/shared-docs has the case.
    "docs-shared",
    // Nor does it compare contracts: test/diff/exceptions and test/diff/version have the cases.
    ...["exception-expired", "exception-unmatched", "version-too-low"],
    // Nor does it read message catalogues: test/messages has the cases.
    ...["message-missing", "message-misspelt", "message-placeholder"],
    // Nor does a library fail at a document that anybody knows of: test/cli/failure makes one fail.
    "tool-failed",
  ];
  for (const code of known)
    assert.notEqual(
      printed.has(code),
      elsewhere.includes(code),
      elsewhere.includes(code)
        ? `${code} has a case here now: take it out of the list in this test`
        : `write the smallest document with this problem as test/problems/fixtures/${code}/openapi.yaml, then type: UPDATE=1 node --import tsx --test test/problems/problems.test.ts`,
    );
});

test("every code that a case prints is in the closed list", () => {
  for (const { name, expected } of cases)
    assert.deepEqual(
      codesIn(expected).filter((code) => !known.includes(code)),
      [],
      name,
    );
});

test("every case prints the code that it is called after, and holds what it is about", () => {
  for (const { name, folder, expected } of cases) {
    assert.ok(codesIn(expected).includes(name.split("--")[0] ?? ""), name);
    assert.ok(name === "file-unreadable" || readdirSync(folder).includes("openapi.yaml"), name);
  }
});

test("every problem has a position, a mark below it where the line is shown, and a fix", () => {
  for (const { name, expected } of cases) {
    const frames = expected.split("\n\n").filter((frame) => frame !== "");
    assert.equal(frames.length, codesIn(expected).length, name);
    for (const frame of frames)
      assert.match(
        frame,
        /^\S+:[1-9]\d*:[1-9]\d*: .+\n(?: +\d+ \| .+\n +\| +\^\n| +\d+ \| .+\n +\| \^\n)? {2}fix: .+(?:\n {2}and \d+ more places?: .+)?$/,
        name,
      );
  }
});
