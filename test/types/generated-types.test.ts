import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/cli.js";
import { compile, compilers } from "./compile.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const fixtures = "test/types/fixtures";
const directive = /^ *\/\/ @ts-expect-error: .+$/gm;

for (const [name, compiler] of Object.entries(compilers)) {
  describe(name, () => {
    test("generated code narrows, infers and refuses as promised, with no types but those of the language", () => {
      const { places, text } = compile(compiler, join(project, fixtures));
      assert.deepEqual(places, [], text);
    });

    test("the same holds beside the types of a browser, and what fetch gives is taken", () => {
      const { places, text } = compile(compiler, join(project, fixtures, "with-dom"));
      assert.deepEqual(places, [], text);
    });

    test("the same holds for the oldest target, which is Next.js's", () => {
      const { places, text } = compile(compiler, join(project, fixtures, "es2017"));
      assert.deepEqual(places, [], text);
    });

    test("each mistake is an error of its own where it is made", (t) => {
      const folder = temporaryFolder(t);
      const expected = copyWithoutDirectives(folder);
      const { places, text } = compile(compiler, join(folder, fixtures));
      assert.deepEqual(places.sort(), expected.sort(), text);
    });
  });
}

/** Copies the fixtures with a blank line for each `@ts-expect-error`, and gives the places that it stood above. */
function copyWithoutDirectives(folder: string): string[] {
  cpSync(join(project, fixtures), join(folder, fixtures), { recursive: true });
  cpSync(join(project, "package.json"), join(folder, "package.json"));
  symlinkSync(join(project, "generated"), join(folder, "generated"), "junction");
  return readdirSync(join(folder, fixtures))
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, fixtures, file), "utf8");
      writeFileSync(join(folder, fixtures, file), text.replace(directive, ""));
      return [...text.matchAll(directive)].map(({ index }) => `${file}:${text.slice(0, index).split("\n").length + 1}`);
    });
}
