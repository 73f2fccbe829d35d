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
    plugins: [typescriptRequired, withoutReading],
    banner: { js: requireInModules },
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    allowOverwrite: true,
  });
  return metafile;
}

/** openapi-typescript as a program reads and bundles documents with Redocly: as it is used here, nothing of that is needed. */
const withoutReading: Plugin = {
  name: "without reading",
  setup: ({ onResolve, resolve }) => {
    onResolve(
      { filter: /^(?:@redocly\/openapi-core|\.\/lib\/redoc\.mjs|parse-json)$/ },
      async ({ path, pluginData, ...at }) =>
        pluginData === resolving
          ? undefined
          : { ...(await resolve(path, { ...at, pluginData: resolving })), sideEffects: false },
    );
  },
};
const resolving = "resolving";

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
