import { readFileSync } from "node:fs";
import { build, type Plugin } from "esbuild";

const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/**
 * Puts the modules of each entry into few files: Node takes longer to find two hundred than to run them. What a command
 * loads when it is asked for stays apart. Packages stay where they are installed, and what is bundled of others is a file
 * of its own already.
 */
export async function bundleProgram(entries: readonly string[], to: string): Promise<void> {
  await build({
    entryPoints: [...entries],
    outdir: to,
    outbase: "generator",
    bundle: true,
    splitting: true,
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20",
    external: Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]),
    plugins: [bundledBefore],
    legalComments: "none",
  });
}

/** `../vendor/highlight.js`, wherever it is asked for, as package.json leads to it. */
const bundledBefore: Plugin = {
  name: "bundled before",
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/vendor\/[\w-]+\.js$/ }, ({ path }) => ({
      path: path.replace(/^.*\/vendor\//, "#vendor/"),
      external: true,
    }));
  },
};
