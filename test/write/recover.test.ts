import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { hashOfBytes } from "../../generator/write/hash.js";
import { type Move, readJournal, turnBack, writeJournal } from "../../generator/write/journal.js";
import { recover } from "../../generator/write/recover.js";
import { temporaryFolder } from "../support/cli.js";

const hash = (text: string) => hashOfBytes(text);
const changed: Move = { path: "shop/a.ts", kind: "put", before: hash("old"), after: hash("new") };
const added: Move = { path: "fresh/b.ts", kind: "put", before: undefined, after: hash("new") };
const removed: Move = { path: "gone/c.ts", kind: "remove", before: hash("old"), after: undefined };
const moves = [changed, added, removed];

/** A folder and what a run had in work there: files by their paths. */
function left(t: TestContext, files: Readonly<Record<string, string>>, journalled: readonly unknown[] = moves) {
  const folder = join(temporaryFolder(t), "out");
  const work = join(folder, "work");
  for (const each of ["new", "old"]) mkdirSync(join(work, each), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeJournal(work, journalled as readonly Move[]);
  const there = () =>
    Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(work))
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
    );
  return { folder, work, there };
}

/** As it was before the first move, and as it is after the last. */
const before = {
  "shop/a.ts": "old",
  "gone/c.ts": "old",
  "work/new/0": "new",
  "work/new/1": "new",
  "work/old/0": "old",
};
const after = { "shop/a.ts": "new", "fresh/b.ts": "new", "work/old/0": "old", "work/old/2": "old" };

describe("what a run that was killed had journalled", () => {
  test("is completed, from wherever it came to", (t) => {
    const halfway = { ...before, "shop/a.ts": "new" } as Partial<typeof before>;
    delete halfway["work/new/0"];
    for (const files of [before, halfway, after]) {
      const { folder, work, there } = left(t, files);
      recover(work, folder);
      assert.deepEqual(there(), { "shop/a.ts": "new", "fresh/b.ts": "new" });
      assert.equal(existsSync(join(folder, "gone")), false, "a folder that is left empty goes");
      assert.equal(existsSync(join(folder, "shop")), true);
    }
  });

  test("is taken back where that had begun, from wherever it came to", (t) => {
    for (const files of [before, after]) {
      const { folder, work, there } = left(t, files);
      turnBack(work);
      assert.equal(readJournal(work)?.isTakenBack, true);
      recover(work, folder);
      assert.deepEqual(there(), { "shop/a.ts": "old", "gone/c.ts": "old" });
      assert.equal(existsSync(join(folder, "fresh")), false, "so does one that was made for a file");
      recover(work, folder);
      assert.deepEqual(there(), { "shop/a.ts": "old", "gone/c.ts": "old" }, "once more is as good as once");
    }
  });

  test("leaves in the one case what it was about to remove and somebody edited, in the other what somebody wrote", (t) => {
    const forth = left(t, { ...before, "gone/c.ts": "mine" });
    recover(forth.work, forth.folder);
    assert.equal(forth.there()["gone/c.ts"], "mine");
    const again = left(t, { ...after, "gone/c.ts": "old" });
    recover(again.work, again.folder);
    assert.equal(again.there()["gone/c.ts"], "old", "it was removed once, and somebody wants it");

    const back = left(t, { ...after, "fresh/b.ts": "mine" });
    turnBack(back.work);
    recover(back.work, back.folder);
    assert.deepEqual(back.there(), { "shop/a.ts": "old", "fresh/b.ts": "mine", "gone/c.ts": "old" });

    const same = left(t, { ...before, "fresh/b.ts": "new" });
    turnBack(same.work);
    recover(same.work, same.folder);
    assert.equal(same.there()["fresh/b.ts"], "new", "the file was not put yet: somebody wrote the same");
  });

  test("puts a file though somebody removed the one that it replaces", (t) => {
    const { folder, work, there } = left(t, Object.fromEntries(Object.entries(before).slice(1)));
    recover(work, folder);
    assert.deepEqual(there(), { "shop/a.ts": "new", "fresh/b.ts": "new" });
  });

  test("does nothing where it says of no file what it was or is to be", (t) => {
    const bare = ["put", "remove"].map((kind) => ({ path: `shop/${kind}.ts`, kind }));
    for (const isBack of [false, true]) {
      const { folder, work, there } = left(t, {}, bare);
      if (isBack) turnBack(work);
      recover(work, folder);
      assert.deepEqual(there(), {});
    }
  });

  test("keeps beside what somebody wrote where a file goes", (t) => {
    const forth = left(t, { ...before, "shop/a.ts": "mine", "fresh/b.ts": "mine too", "fresh/b.ts.orig": "first" });
    recover(forth.work, forth.folder);
    assert.deepEqual(forth.there(), {
      "shop/a.ts": "new",
      "shop/a.ts.orig": "mine",
      "fresh/b.ts": "new",
      "fresh/b.ts.orig": "first",
      "fresh/b.ts.2.orig": "mine too",
    });

    const back = left(t, { ...after, "shop/a.ts": "mine", "gone/c.ts": "mine too" });
    turnBack(back.work);
    recover(back.work, back.folder);
    const kept = { "shop/a.ts.orig": "mine", "gone/c.ts.orig": "mine too" };
    assert.deepEqual(back.there(), { "shop/a.ts": "old", "gone/c.ts": "old", ...kept });
  });

  test("is nothing where nothing was", (t) => {
    const { folder, work, there } = left(t, before);
    rmSync(join(work, "journal.json"));
    assert.equal(readJournal(work), undefined);
    recover(work, folder);
    assert.deepEqual(there(), { "shop/a.ts": "old", "gone/c.ts": "old" });
  });

  test("is not where it names what is no file of the output, or is no move: anybody may have written it", (t) => {
    const paths = ["../out.ts", "/etc/a", "shop/../../a", "shop//a", "shop/", "", ".", "shop/./a", "a/.git/config"];
    const hostile = [
      ...[...paths, ".git", "shop\\a", "a\0b", 7, undefined].map((path) => ({ ...added, path })),
      { ...added, kind: "link" },
      { ...added, kind: undefined },
    ];
    const { work } = left(t, {}, [...hostile, removed, ...hostile]);
    assert.deepEqual(readJournal(work), { moves: [{ ...removed, after: undefined }].map(plain), isTakenBack: false });
    for (const path of ["a.git/b", ".github/a", "a/..b", "...", "a.git"])
      assert.equal(readJournal(left(t, {}, [{ ...added, path }]).work)?.moves.length, 1, path);
  });
});

/** As JSON has it. */
function plain(move: Move): unknown {
  return JSON.parse(JSON.stringify(move));
}
