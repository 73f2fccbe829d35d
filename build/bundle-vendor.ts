import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { requireInModules } from "./bundle.js";
import { membersUsed, moduleOf, typescriptOf } from "./used-part.js";

/**
 * Puts packages that would weigh too much as dependencies into the program, as far as it uses them: each file of a folder
 * with all that it imports.
 */
export async function bundleVendor(from: string, to: string): Promise<Metafile> {
  const entries = readdirSync(from).filter((name) => /(?<!\.d)\.[jt]s$/.test(name));
  const { metafile } = await build({
    ...(await withPartOfTypeScript({
      entryPoints: entries.map((name) => join(from, name)),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      plugins: [withoutReading, referencesAlone, withoutOwnMessages, withoutForms],
      banner: { js: requireInModules },
      // React, for one, checks each of its calls elsewhere, and makes the same of them.
      define: { "process.env.NODE_ENV": '"production"', "process.env.DEBUG": "undefined" },
      legalComments: "none",
      minifySyntax: true,
      minifyWhitespace: true,
    })),
    outdir: to,
    metafile: true,
    allowOverwrite: true,
  });
  return metafile;
}

/** With as much of TypeScript as is used by what is bundled. */
async function withPartOfTypeScript(options: BuildOptions): Promise<BuildOptions> {
  const { outputFiles } = await build({ ...options, outdir: ".", external: ["typescript"], write: false });
  const names = new Set(outputFiles!.flatMap(({ text }) => membersUsed(text, "typescript")));
  const part: Plugin = {
    name: "part of TypeScript",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\/typescript\/lib\/typescript\.js$/ }, ({ path }) => ({
        contents: typescriptOf(path, [...names]),
      })),
  };
  return { ...options, plugins: [...(options.plugins ?? []), part] };
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

/** References are read by two functions of a module which brings a parser of YAML, matching of paths and proxies. */
const referencesAlone: Plugin = {
  name: "references alone",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/openapi-core\/lib\/utils\.js$/ }, ({ path }) => {
      const user = readFileSync(join(dirname(path), "ref-utils.js"), "utf8");
      return { contents: moduleOf(path, membersUsed(user, "./utils")) };
    });
  },
};

/**
 * What openapi-typescript says of its own work, in colours and with times, is never shown: what it takes to do so would be
 * loaded all the same. TypeScript asks for a clock, too, and uses it for nothing here.
 */
const withoutOwnMessages: Plugin = {
  name: "without own messages",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:ansi-colors|supports-color|(?:node:)?perf_hooks)$/ }, ({ path }) => ({
      path: path.replace("node:", ""),
      namespace: "own messages",
    }));
    onLoad({ filter: /./, namespace: "own messages" }, ({ path }) => ({ contents: instead[path]! }));
  },
};
const instead: Readonly<Record<string, string>> = {
  "ansi-colors": "export default new Proxy({}, { get: () => String });",
  "supports-color": "export default {};",
  perf_hooks: "export const performance = Date;",
};

/** A server of the Model Context Protocol checks by Ajv what people fill in: forms, which this one never asks for. */
const withoutForms: Plugin = {
  name: "without forms",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, ({ path }) => ({
      path,
      namespace: "without forms",
    }));
    onLoad({ filter: /./, namespace: "without forms" }, () => ({
      contents: 'export { default as process } from "node:process"; export class DefaultJsonSchemaValidator {}',
    }));
  },
};
