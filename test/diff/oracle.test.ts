import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { compareContracts } from "../../generator/diff/compare.js";
import type { Side } from "../../generator/diff/side.js";
import { loadSide } from "../../generator/history/load.js";
import { classifyAnswer } from "../../generator/runtime/classify.js";
import { retryOfAnswer } from "../../generator/runtime/rule.js";
import { temporaryFolder } from "../support/cli.js";
import { edits } from "./edits.js";
import { type Document, shop } from "./shop.js";

/** Edits that can stand together in any order: each leaves what the others need. */
const together = Object.entries(edits).filter(
  ([name, { given }]) =>
    !given &&
    !/removed$|goes$|moves$|stands elsewhere|renamed|another id|another type|no details|as XML|new operation|retired/.test(
      name,
    ),
);

test("whatever is changed: an answer that the old parser misreads is never passed over, and nothing is found where nothing changed", async (t) => {
  const folder = temporaryFolder(t);
  const load = async (name: string, document: Document): Promise<Side> => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(document));
    const loaded = await loadSide(path, folder);
    assert.ok("side" in loaded, JSON.stringify("problems" in loaded ? loaded.problems.slice(0, 2) : ""));
    return loaded.side;
  };
  const some = fc.subarray(together.map(([name]) => name));
  await fc.assert(
    fc.asyncProperty(some, some, async (first, second) => {
      const [old, now] = [await load("old", edited(first)), await load("new", edited(second))];
      assert.deepEqual(compareContracts(old, old), []);
      const changes = compareContracts(old, now);
      const unsaid = new Set(old.data.errors.filter(({ fields }) => fields === null).map(({ code }) => code));
      const misread = now.data.errors.flatMap((error) =>
        error.examples.flatMap((example) => {
          // What the old contract never said, its clients do not miss.
          if (error.fields !== null && unsaid.has(error.code)) return [];
          const [theirs, ours] = [seen(old, example), seen(now, example)];
          return theirs === ours ? [] : [`${error.code}: ${theirs}, not ${ours}`];
        }),
      );
      const told = changes.filter(({ level }) => level !== "note");
      assert.ok(
        misread.length === 0 || told.length > 0,
        `${misread[0]}, and of ${changes.map(({ rule }) => rule)} none weighs`,
      );
      for (const { rule, level, witness } of changes)
        if (level === "breaking" && witness) {
          const { validUnder, answer } = witness;
          const [owner, other] = validUnder === "new" ? [now, old] : [old, now];
          assert.notEqual(seen(owner, answer, true), seen(other, answer, true), rule);
        }
    }),
    { numRuns: 60, seed: 7 },
  );
});

/** The shop with some edits; one that finds nothing left to change changes nothing. */
function edited(names: readonly string[]): Document {
  return names.reduce((document, name) => {
    const before = structuredClone(document);
    try {
      return edits[name]!.edit(document) ?? document;
    } catch {
      return before;
    }
  }, shop());
}

/** What a client acts on, in one text; with all of it, also what only tells of deviations. */
function seen({ parser }: Side, answer: Parameters<typeof classifyAnswer>[1], all = false): string {
  const { code, listed, category, details, fields, requestId, retryAfter, closest, message, deviations } =
    classifyAnswer(parser, answer);
  const rule = closest === undefined ? undefined : parser.errors[closest];
  const retry = retryOfAnswer(rule, answer.status, category);
  return JSON.stringify([
    code,
    listed,
    category,
    retry,
    details,
    fields,
    requestId,
    retryAfter,
    ...(all ? [message, closest, deviations] : []),
  ]);
}
