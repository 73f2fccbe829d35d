import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { filesOf } from "../consumers/page-files.js";
import { runCli, temporaryFolder } from "../support/cli.js";
import { compileStrictly } from "../support/strict-project.js";
import { root } from "./pages.js";

test("what runs in Next.js's server compiles by itself; `npm run consumers:matrix` builds and opens all of it", (t) => {
  const folder = temporaryFolder(t);
  for (const [path, text] of Object.entries(filesOf("next")).filter(([path]) => path.endsWith(".ts"))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const resolution = { module: "esnext", moduleResolution: "bundler", paths: { "@/*": ["./src/*"] } };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: resolution }));
  const shop = join(root, "test/consumers/shop.yaml");
  const { status, stderr } = runCli(["generate", shop, "--output", "src/errors"], { cwd: folder });
  assert.equal(status, 0, stderr);
  assert.equal(compileStrictly(folder, { ...resolution, lib: ["es2023", "dom"] }), "");
});
