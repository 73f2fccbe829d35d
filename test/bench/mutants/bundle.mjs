import { readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const shim = fileURLToPath(new URL("node-test.mjs", import.meta.url));

/** Makes one module of some tests and all sources that they need, the runtime of generated code among them. */
export async function bundle(tests, outfile) {
  const generated = resolve("generated/runtime") + sep;
  const ours = {
    name: "ours",
    setup(all) {
      all.onResolve({ filter: /^node:test$/ }, () => ({ path: pathToFileURL(shim).href, external: true }));
      all.onResolve({ filter: /\/runtime\/.*\.js$/ }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path);
        // The copy that generated code stands on is made of these very files.
        if (!file.startsWith(generated)) return undefined;
        return { path: resolve("generator/runtime", file.slice(generated.length).replace(/js$/, "ts")) };
      });
      all.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
        loader: "ts",
      }));
    },
  };
  const contents = tests.map((path) => `import ${JSON.stringify(`./${path}`)};`).join("\n");
  await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    outfile,
    plugins: [ours],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
}
