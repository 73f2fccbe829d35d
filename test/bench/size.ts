import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * Prints how large generated code is in a browser's bundle: minified, and gzipped. Run: npm run size
 */
const sizes = [
  ["momail: parseError", importOf(["parseError"], ["momail"])],
  ["momail: parseError, isError, match", importOf(["parseError", "isError", "match"], ["momail"])],
  ["momail: what errorFrom adds", importOf(["parseError", "errorFrom"], ["momail"])],
  ["momail: what withRetry adds", importOf(["parseError", "withRetry"], ["momail"])],
  ["all five: parseError", importOf(["parseError"], ["tenantcore", "inbox", "mailshield", "themes", "momail"])],
] as const;

function importOf(names: readonly string[], apis: readonly string[]): string {
  return apis
    .map(
      (api) =>
        `export { ${names.map((name) => `${name} as ${api}_${name}`).join(", ")} } from "./generated/${api}/index.ts";`,
    )
    .join("\n");
}

async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return result.outputFiles[0]!.text;
}

console.log("| import | minified | gzipped |\n|---|---|---|");
for (const [name, contents] of sizes) {
  const text = await bundle(contents);
  console.log(`| ${name} | ${text.length} | ${gzipSync(text, { level: 9 }).length} |`);
  if (/recogni[sz]ed|No active API plan/.test(text)) throw new Error(`${name} holds prose`);
}
