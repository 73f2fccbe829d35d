import { readdirSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { requireInModules } from "./bundle.js";

/**
 * Puts packages that would weigh too much as dependencies into the program, as far as it uses them: each file of a folder
 * with all that it imports, but TypeScript.
 */
export async function bundleVendor(from: string, to: string): Promise<Metafile> {
  const entries = readdirSync(from).filter((name) => /(?<!\.d)\.[jt]s$/.test(name));
  const { metafile } = await build({
    entryPoints: entries.map((name) => join(from, name)),
    outdir: to,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: ["typescript"],
    plugins: [typescriptRequired],
    banner: { js: requireInModules },
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    allowOverwrite: true,
  });
  return metafile;
}

/** Imported, TypeScript takes Node three times as long to load: it is read twice more, for its form and for its names. */
const typescriptRequired: Plugin = {
  name: "TypeScript is required",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^typescript$/ }, ({ kind, path }) =>
      kind === "require-call" ? { path, external: true } : { path, namespace: "required" },
    );
    onLoad({ filter: /^typescript$/, namespace: "required" }, () => ({
      contents: 'module.exports = require("typescript");',
    }));
  },
};
