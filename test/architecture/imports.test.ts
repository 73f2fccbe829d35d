import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { filesIn } from "./source-files.js";

/** In this order: each may import those before it. */
const stages = ["read", "check", "model", "prove", "view", "answers", "catalogue", "diff", "render", "write"];
/** Import no stage, and may be imported by all. */
const leaves = ["package", "problem", "runtime", "schema", "vendor"];
/** May import everything; only each other and the files at the top may import them. */
const outer = ["api", "cache", "commands", "history", "redocly", "."];

const files = filesIn("generator").filter(({ path }) => path.endsWith(".ts"));

test("every folder of generator/ has its place among the stages", () => {
  const placed = [...stages, ...leaves, ...outer];
  const unplaced = [...new Set(files.map(({ path }) => folderOf(path)))].filter((folder) => !placed.includes(folder));
  assert.deepEqual(unplaced, [], "say in this test where it stands");
});

test("imports point one way, from later stages to earlier ones", () => {
  const wrong = files.flatMap(({ path, text }) =>
    importsOf(path, text)
      .filter((imported) => imported.startsWith("generator/") && !mayImport(folderOf(path), folderOf(imported)))
      .map((imported) => `${path} imports ${imported}`),
  );
  assert.deepEqual(wrong, []);
});

test("the runtime stands on nothing: it is copied as it is", () => {
  const wrong = files
    .filter(({ path }) => folderOf(path) === "runtime")
    .flatMap(({ path, text }) => importsOf(path, text).map((imported) => ({ path, imported })))
    .filter(({ imported }) => !imported.startsWith("generator/runtime/"))
    .map(({ path, imported }) => `${path} imports ${imported}`);
  assert.deepEqual(wrong, []);
});

test("only what serves loads `node:http`: from Node 22 on it brings a whole client, which takes longer than a document", () => {
  const wrong = files
    .filter(({ text }) => /^import (?!type )[^;]*"node:https?"/m.test(text))
    .map(({ path }) => path)
    .filter((path) => !/^generator\/commands\/(?:docs|mock)\//.test(path));
  assert.deepEqual(wrong, []);
});

test("no two files need each other, directly or by way of others", () => {
  const imports = new Map(files.map(({ path, text }) => [path, importsOf(path, text).map(asSource)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) circles.push([...above.slice(start), path].join(" -> "));
    if (start >= 0 || done.has(path)) return;
    for (const imported of imports.get(path) ?? []) visit(imported, [...above, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  assert.deepEqual(circles, []);
});

/** Files import each other by the names that they will have once compiled. */
function asSource(path: string): string {
  return path.replace(/\.js$/, ".ts");
}

function mayImport(from: string, to: string): boolean {
  if (from === to || outer.includes(from)) return true;
  if (leaves.includes(to)) return from !== "runtime";
  return stages.includes(to) && stages.indexOf(to) < stages.indexOf(from);
}

/** The folder of generator/ that a path is in; `.` for the files at the top. */
function folderOf(path: string): string {
  return posix.dirname(path.slice("generator/".length)).split("/")[0] ?? ".";
}

/** What a file imports: paths from the project's root, and packages by their names. */
function importsOf(path: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? posix.join(posix.dirname(path), fileName) : fileName,
    );
}
