import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { startCli, together } from "../support/cli.js";
import { compileStrictly, runProgram } from "../support/strict-project.js";
import { shopFolder, textsIn } from "./shop.js";

describe("what is written, and how it is imported, can be chosen", together, () => {
  test("--emit writes the named kinds of file and no others; spaces around the commas do not matter", async (t) => {
    const folder = shopFolder(t);
    const { status, stderr } = await startCli(["generate", "openapi.yaml", "--emit", "codes, json"], { cwd: folder });
    assert.equal(status, 0, stderr);
    assert.deepEqual(Object.keys(textsIn(join(folder, "generated"))), ["shop/codes.ts", "shop/errors.json"]);
  });

  /** A program whose own import ends as those of the generated files do, and the compiler options that go with it. */
  const extensions = {
    ts: { ending: ".ts", options: { allowImportingTsExtensions: true, rewriteRelativeImportExtensions: true } },
    none: { ending: "", options: { module: "preserve", moduleResolution: "bundler", noEmit: true } },
  };

  for (const [extension, { ending, options }] of Object.entries(extensions))
    test(`--import-extension ${extension}: every import of a generated file ends so, and it compiles`, async (t) => {
      const folder = shopFolder(t);
      const args = ["generate", "openapi.yaml", "--emit", "errors", "--import-extension", extension];
      assert.equal((await startCli(args, { cwd: folder })).status, 0);
      const sources = Object.entries(textsIn(join(folder, "generated")));
      const imports = sources.flatMap(([, text]) =>
        [...text.matchAll(/ from "(\.[^"]+)"/g)].map(([, path]) => path ?? ""),
      );
      assert.ok(imports.length > 50);
      for (const path of imports) assert.match(path, ending === "" ? /\/[\w-]+$/ : /\/[\w-]+\.ts$/);

      const program = `import { ErrorCode } from "./generated/shop/index${ending}";\nexport const code: string = ErrorCode.OrderNotFound;\n`;
      writeFileSync(join(folder, "program.ts"), program);
      assert.equal(compileStrictly(folder, options), "");
    });

  test("--emit errors brings all that index.ts imports, by names that Node takes: what tsc makes of it runs", async (t) => {
    const folder = shopFolder(t);
    const generate = ["generate", "openapi.yaml", "--emit", "errors"];
    assert.equal((await startCli(generate, { cwd: folder })).status, 0);
    assert.ok(!("shop/errors.json" in textsIn(join(folder, "generated"))));
    const check = await startCli([...generate, "--import-extension", "js", "--check"], { cwd: folder });
    assert.equal(check.status, 0, check.stderr);

    const program = `import { parseError } from "./generated/shop/index.js";
declare const console: { log(text: string): void };
console.log(parseError({ status: 502 }).message);
`;
    writeFileSync(join(folder, "program.ts"), program);
    assert.equal(compileStrictly(folder), "");
    assert.equal(runProgram(join(folder, "out/program.js")), "HTTP 502\n");
  });
});
