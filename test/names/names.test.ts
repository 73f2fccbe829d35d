import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { anyDocumentNames, type Names } from "./any-names.js";
import { wrongNames } from "./wrong-names.js";

/** Names that were once wrong: what means something else in the files, is a number, or only looks apart. */
const examples: [Names][] = [
  {
    id: "unlisted",
    codes: ["x_y_z", "xYZ", "x-yz", "_b c", "_B c", "unlisted_error", "unlisted_api"],
    operationIds: ["42", "get_42"],
    groups: ["a", "A"],
    schemas: ["Unlisted", "unlisted", "UnlistedError"],
  },
  { id: "listed", codes: ["listed", "LISTED"], operationIds: ["listed"], groups: ["l"], schemas: ["ListedError"] },
  { id: "api", codes: ["api", "api_error"], operationIds: ["api"], groups: ["a"], schemas: ["ApiError"] },
  { id: "x2", codes: ["$1.00", "$a", "$", "_1_00"], operationIds: ["$1"], groups: ["$"], schemas: ["S"] },
].map((names) => [names]);

test("whatever a document calls its codes, operations, groups and schemas: every name made of it is legal, distinct and leads to its code", async (t) => {
  const folder = temporaryFolder(t);
  let documents = 0;
  const judge = async (names: Names) => {
    documents += 1;
    assert.deepEqual(await wrongNames(names, join(folder, String(documents))), []);
  };
  await fc.assert(fc.asyncProperty(anyDocumentNames, judge), { numRuns: 12, seed: 7, examples });
  assert.equal(compileStrictly(folder, { noEmit: true }), "");
});
