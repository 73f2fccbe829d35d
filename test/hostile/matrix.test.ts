import assert from "node:assert/strict";
import { test } from "node:test";
import { temporaryFolder } from "../support/cli.js";
import { escapes } from "./escapes.js";
import { renderTwins, renderWith, textsAt } from "./matrix.js";
import { naughtyTexts } from "./naughty.js";

test("no text of a document leaves its place in any output, and codes come back as they were", async (t) => {
  const folder = temporaryFolder(t);
  const twins = await renderTwins(folder);
  // Every text once, in one field or another; `npm run bench:texts` puts each into each.
  for (let shift = 0; shift < naughtyTexts.length; shift += 80)
    for (const place of ["alone", "behind"] as const) {
      const made = await renderWith(folder, textsAt(shift, naughtyTexts), place);
      assert.ok(made, `refused at ${shift}`);
      assert.deepEqual(await escapes(made, twins[place]), [], `at ${shift}, ${place}`);
    }
});
