import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import { filesIn, type SourceFile } from "./source-files.js";

const generator = filesIn("generator");

test("no file of generator/ is longer than 300 lines", () => {
  const long = generator.filter(({ text }) => text.split("\n").length > 301);
  assert.deepEqual(long.map(pathOf), []);
});

test("no template prints what is not marked as safe", () => {
  // Styles and scripts of pages hold nothing to fill in.
  const whole = (path: string) => /\.(?:css|js)$/.test(path);
  const templates = filesIn("templates").filter(({ path }) => !whole(path));
  assert.ok(templates.length > 0 && templates.every(({ path }) => path.endsWith(".hbs")));
  const raw = templates.filter(({ text }) => /\{\{~?[{&]/.test(text));
  assert.deepEqual(raw.map(pathOf), []);
});

test("no order or text depends on the language of the machine", () => {
  const local = ["localeCompare", "toLocaleString", "toLocaleLowerCase", "toLocaleUpperCase", "Intl"];
  assert.deepEqual(usesOf(local, generator), []);
});

test("nothing that is written depends on the day or on chance", () => {
  const emitting = generator.filter(({ path }) => /^generator\/(?:view|render)\//.test(path));
  assert.deepEqual(usesOf(["Date", "performance", "random", "randomUUID"], emitting), []);
});

test("the runtime is copied into what is generated, byte for byte below a banner", () => {
  const copies = new Map(filesIn("generated/runtime").map(({ path, text }) => [path, text]));
  const originals = generator.filter(({ path }) => /^generator\/runtime\/.*\.(?:ts|py)$/.test(path));
  assert.ok(originals.length > 0);
  for (const { path, text } of originals) {
    const copy = copies.get(path.replace("generator/runtime/", "generated/runtime/").replace("/python/", "/")) ?? "";
    const banner = /^(?:\/\/|#) .*Do not edit.*\n(?:(?:\/\/|\/\*) .*\n)*\n?/.exec(copy)?.[0] ?? "";
    assert.notEqual(banner, "", path);
    assert.equal(copy.slice(banner.length), text, `${path}: run \`npm run generate\``);
  }
});

function pathOf({ path }: SourceFile): string {
  return path;
}

/** Where any of the names stands in code: comments and texts do not count. */
function usesOf(names: readonly string[], files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.endsWith(".ts"))
    .flatMap(({ path, text }) => {
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && names.includes(node.text)) found.push(`${node.text} in ${path}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}
