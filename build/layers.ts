import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "esbuild";

/** Modules of generator/: what is loaded at the least, and what nearly every command needs beside it. */
const layers = {
  first: ["commands/generate"],
  core: [
    "commands/generate/make-anew",
    ...["data", "python", "runtime", "types", "typescript"].map((name) => `render/${name}`),
  ],
};
type Layer = keyof typeof layers;

/** Need no more than the first: what looks whether anything is to be done, and what only prints. */
const light = ["main", "command-line", "commands/failure", "commands/generate", "package/version"];

/**
 * Has all that is loaded by itself load whole layers. A bundler that splits makes one file of what the same entries need: of
 * what any few of them share it would make dozens, and each takes Node longer to find than to run. `entries`: modules that
 * something is asked of, or that are imported when they are needed.
 */
export function inLayers(entries: readonly string[]): Plugin {
  const pathOf = (module: string) => resolve("generator", `${module}.ts`);
  const ofFirst = new Set(light.map(pathOf));
  const all = new Set([...entries.map((entry) => resolve(entry)), ...ofFirst]);
  return {
    name: "in layers",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^layer:/ }, ({ path }) => ({ path: path.slice("layer:".length), namespace: "layer" }));
      onLoad({ filter: /.*/, namespace: "layer" }, ({ path }) => ({
        contents: layers[path as Layer].map((module) => `import ${JSON.stringify(pathOf(module))};\n`).join(""),
        resolveDir: ".",
      }));
      onLoad({ filter: /generator[/\\].*\.ts$/ }, ({ path }) => {
        if (!all.has(path)) return undefined;
        const due: readonly Layer[] = ofFirst.has(path) ? ["first"] : ["first", "core"];
        const text = readFileSync(path, "utf8");
        const imports = due.map((layer) => `import "layer:${layer}";`).join(" ");
        // Behind all else, so that lines stay what they are.
        return { contents: `${text}\n${imports}\n`, loader: "ts" };
      });
    },
  };
}
