import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { inLayers } from "./layers.js";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** CommonJS that is bundled asks for modules of Node. */
export const requireInModules =
  'import { createRequire as requireOf } from "node:module";\nconst require = requireOf(import.meta.url);';

/**
 * Puts the modules of each entry into few files: Node takes longer to find two hundred than to run them, and packages are
 * dozens each. What a command loads when it is asked for stays apart. The packages that are installed with the program
 * stay where they are, and what is bundled of others is a file of its own already.
 */
export async function bundleProgram(entries: readonly string[], to: string): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => ({ in: entry, out: placeOf(entry) })),
    outdir: to,
    bundle: true,
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20",
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
    plugins: [bundledBefore(to), inLayers([...entries, ...importedWhenNeeded()])],
    banner: { js: requireInModules },
    legalComments: "none",
    // A twentieth of a small run. Names stay: a stack is to be read.
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
  });
  return metafile;
}

/** The main module is a part of the program: what starts it is no module. */
function placeOf(entry: string): string {
  const name = entry.replace(/^generator\//, "").replace(/\.ts$/, "");
  return name === "main" ? "parts/main" : name;
}

/** The modules that others of generator/ import when they need them. */
function importedWhenNeeded(): string[] {
  const sources = readdirSync("generator", { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return sources.flatMap((path) => {
    const file = join("generator", path);
    const imports = readFileSync(file, "utf8").matchAll(/\bimport\("(\.[^"]+)\.js"\)/g);
    return [...imports]
      .map(([, name]) => join(dirname(file), `${name}.ts`))
      .filter((module) => !module.includes("vendor"));
  });
}

/** `../vendor/highlight.js`, wherever it is asked for: all that asks is in a folder of the program. */
function bundledBefore(program: string): Plugin {
  const way = relative(resolve(program, "parts"), resolve("dist/vendor")).replaceAll("\\", "/");
  return {
    name: "bundled before",
    setup: ({ onResolve }) => {
      onResolve({ filter: /\/vendor\/[\w-]+\.js$/ }, ({ path }) => ({
        path: path.replace(/^.*\/vendor\//, `${way}/`),
        external: true,
      }));
    },
  };
}
