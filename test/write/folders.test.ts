import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import type { Problem } from "../../generator/problem/problem.js";
import { makeFolder, removeEmpty, syncFolder } from "../../generator/write/folders.js";
import { obstacles, realPlace, refusedOutput } from "../../generator/write/place.js";
import { temporaryFolder } from "../support/cli.js";

const told = (problems: readonly Problem[]) => problems.map(({ code, message }) => `${code}: ${message}`).join("\n");

describe("a folder can be the output unless it holds what nobody generates:", () => {
  test("the root, the home folder and what is above it", () => {
    assert.match(told(refusedOutput("/", [])), /^output-refused: .*: it is the root of the file system$/);
    assert.match(told(refusedOutput(homedir(), [])), /: it is your home folder$/);
    if (dirname(homedir()) !== "/")
      assert.match(told(refusedOutput(dirname(homedir()), [])), /: it holds your home folder$/);
  });

  test("the folder of what is read and what is above it, but not what is in it or beside it", (t) => {
    const root = temporaryFolder(t);
    const source = join(root, "api/openapi.yaml");
    const refused = (folder: string) => told(refusedOutput(join(root, folder), [join(root, "else/a.yaml"), source]));
    assert.match(refused("api"), /: it is the folder of `[^`]*api\/openapi\.yaml`$/);
    assert.match(refused(""), /: it holds the folder of `[^`]*else\/a\.yaml`$/);
    for (const folder of ["api/generated", "generated", "api2", "ap", "api/..generated"])
      assert.equal(refused(folder), "");
    mkdirSync(join(root, "there"));
    assert.equal(refused("there"), "");
    const here = refusedOutput(process.cwd(), [join(process.cwd(), "a.yaml")]);
    assert.match(told(here), /^output-refused: `\.` can't be/);
    assert.equal(here[0]!.position.file, ".");
    const [problem] = refusedOutput(join(root, "api"), [source]);
    assert.equal(problem?.level, "error");
    assert.equal(problem?.position.line, 1);
  });

  test("a repository and what git keeps", (t) => {
    const root = temporaryFolder(t);
    mkdirSync(join(root, "a/.git/hooks"), { recursive: true });
    assert.match(told(refusedOutput(join(root, "a"), [])), /: it is a git repository$/);
    for (const folder of ["a/.git", "a/.git/hooks", "b/.git/new"])
      assert.match(told(refusedOutput(join(root, folder), [])), /: it belongs to git$/, folder);
    for (const folder of ["a/generated", "a/.github", "a/x.git"])
      assert.deepEqual(refusedOutput(join(root, folder), []), [], folder);
  });

  test("under whatever name", (t) => {
    const root = temporaryFolder(t);
    mkdirSync(join(root, "api"));
    symlinkSync(join(root, "api"), join(root, "link"));
    symlinkSync(join(root, "nowhere"), join(root, "dead"));
    assert.equal(realPlace(join(root, "link/not/yet")), join(root, "api/not/yet"));
    assert.equal(realPlace(join(root, "link")), join(root, "api"));
    assert.equal(realPlace(join(root, "dead/a")), join(root, "dead/a"));
    assert.equal(realPlace("/nowhere-at-all/a"), "/nowhere-at-all/a");
    assert.match(told(refusedOutput(join(root, "link"), [join(root, "api/a.yaml")])), /: it is the folder of/);
  });
});

describe("what keeps files from being written:", () => {
  test("links, folders in the place of files, files in the place of folders, each told once", (t) => {
    const root = temporaryFolder(t);
    for (const folder of ["shop", "taken/codes.ts"]) mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, "blocked"), "");
    writeFileSync(join(root, "shop/codes.ts"), "");
    symlinkSync(join(root, "shop"), join(root, "linked"));
    symlinkSync(join(root, "shop/codes.ts"), join(root, "shop/link.ts"));
    const paths = [
      ...["shop/codes.ts", "shop/new.ts", "new/codes.ts", "top.ts"],
      ...["blocked/a.ts", "blocked/b.ts", "linked/a.ts", "linked/b.ts", "shop/link.ts", "taken/codes.ts"],
    ];
    const found = obstacles(root, paths);
    const lines = told(found).split("\n");
    assert.equal(lines.length, 4, told(found));
    for (const [index, expected] of [
      /^file-unwritable: .*blocked`.*it is no folder, and one has to be there/,
      /^output-link: .*linked` is a symbolic link/,
      /^output-link: .*shop\/link\.ts` is a symbolic link/,
      /^file-unwritable: .*taken\/codes\.ts`.*a folder stands in its place/,
    ].entries())
      assert.match(lines[index]!, expected);
    assert.match(found[0]!.fix ?? "", /`--output`/);
    assert.match(found[3]!.fix ?? "", /^move the folder away/);
    assert.match(found[0]!.position.file, /blocked$/);
    assert.deepEqual(obstacles(root, paths.slice(0, 4)), []);
  });

  test("what is neither a file nor a folder", { skip: !existsSync("/dev/null") }, () => {
    const [problem] = obstacles("/dev", ["null"]);
    assert.match(told([problem!]), /it is no regular file/);
    assert.match(problem!.fix ?? "", /^move it away/);
  });

  test("the output itself, where it is a file; not where it is a link to a folder, or is not there", (t) => {
    const root = temporaryFolder(t);
    writeFileSync(join(root, "file"), "");
    symlinkSync(root, join(root, "link"));
    assert.match(told(obstacles(join(root, "file"), ["a.ts"])), /it is no folder/);
    assert.deepEqual(obstacles(join(root, "link"), ["a.ts"]), []);
    assert.deepEqual(obstacles(join(root, "new"), ["a.ts"]), []);
  });
});

describe("folders", () => {
  test("are made with those above them, and it is told which", (t) => {
    const root = temporaryFolder(t);
    const made = ["a", "a/b", "a/b/c"].map((path) => join(root, path));
    assert.deepEqual(makeFolder(join(root, "a/b/c")), made);
    assert.deepEqual(makeFolder(join(root, "a/b/c")), []);
    syncFolder(join(root, "a"));
    writeFileSync(join(root, "file"), "");
    assert.throws(() => makeFolder(join(root, "file/a")), { code: "ENOTDIR" });
  });

  test("go with those above them that are left empty, but never the outermost", (t) => {
    const root = temporaryFolder(t);
    for (const path of ["a/b/c", "d/e"]) mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, "a/file"), "");
    removeEmpty(join(root, "a/b/c"), root);
    assert.deepEqual(readdirSync(join(root, "a")), ["file"]);
    removeEmpty(join(root, "d/e"), root);
    removeEmpty(root, root);
    assert.deepEqual(readdirSync(root), ["a"]);
    mkdirSync(join(root, "a2"));
    removeEmpty(join(root, "a2"), join(root, "a"));
    assert.ok(existsSync(join(root, "a2")), "what only begins like it is not within it");
  });
});
