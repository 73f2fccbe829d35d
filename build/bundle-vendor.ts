import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";

/**
 * Puts packages that would weigh too much as dependencies into the program, as far as it uses them: each file of a folder
 * with all that it imports, but TypeScript. Their licences go beside them.
 */
export async function bundleVendor(from: string, to: string): Promise<void> {
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
    // Bundled CommonJS asks for modules of Node.
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    allowOverwrite: true,
  });
  const used = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? packageOf(path) : [])),
  );
  writeFileSync(
    join(to, "LICENSES.txt"),
    [...new Set(used)]
      .sort()
      .map(notice)
      .join(`\n${"-".repeat(80)}\n\n`),
  );
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

/** The folder of the package that a file belongs to; none for a file of this project. */
function packageOf(path: string): string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(folder, file), "utf8");
  return `${name} ${version}\n\n${text}`;
}
