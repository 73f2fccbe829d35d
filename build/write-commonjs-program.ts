import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { transform } from "esbuild";
import { requireInModules } from "./bundle.js";
import { bundleStart, urlInCommonJs } from "./bundle-commonjs.js";

/** A part that is loaded when it is needed, by the name that the bundler gave it; or what was bundled before. */
const laterPart = /\bimport\(("\.\.?\/(?:parts\/)?(?:[\w-]+-[A-Z0-9]{8}|vendor\/[\w-]+)\.js")\)/g;

/** A package that is loaded when it is needed. Code that was kept can't import: a file does that of which nothing is. */
const laterPackage = /\bimport\(("@?[a-z][\w./-]*")\)/g;
const importing = "module.exports = (name) => import(name);\n";

/**
 * The program once more, as CommonJS, file by file: of that it can keep itself what was compiled. `from`: its folder;
 * `starts`: what runs it, and what runs in its worker.
 */
export async function writeCommonJsProgram(from: string, starts: readonly string[]): Promise<void> {
  const to = join(from, "commonjs");
  const vendored = readdirSync(join(from, "vendor")).filter((name) => name.endsWith(".js"));
  const parts = readdirSync(join(from, "parts")).filter((name) => name.endsWith(".js"));
  for (const file of [...parts.map((name) => join("parts", name)), ...vendored.map((name) => join("vendor", name))]) {
    const text = readFileSync(join(from, file), "utf8").replace(requireInModules, "");
    const required = text
      .replaceAll(laterPart, "Promise.resolve().then(()=>require($1))")
      .replaceAll(laterPackage, 'require("../import.js")($1)');
    const { code } = await transform(required, {
      platform: "node",
      format: "cjs",
      target: "node20",
      minifySyntax: true,
      minifyWhitespace: true,
      ...urlInCommonJs,
    });
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), code);
  }
  for (const start of starts) await bundleStart(start, join(to, basename(start).replace(/ts$/, "js")));
  writeFileSync(join(to, "import.js"), importing);
  // In a worker, whatever runs it can load CommonJS.
  rmSync(join(from, "vendor/redoc.js"));
}
