import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";

const commonJs = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  legalComments: "none",
  minifySyntax: true,
  minifyWhitespace: true,
} as const satisfies BuildOptions;

/** What a module of CommonJS has for `import.meta.url`. */
export const urlInCommonJs = {
  define: { "import.meta.url": "urlOfModule" },
  banner: 'const urlOfModule=require("node:url").pathToFileURL(__filename).href;',
} as const;

/** Writes code as a module of CommonJS, with what it asks for of packages that are not installed with the program. */
export async function bundleCommonJs(code: string, file: string): Promise<Metafile> {
  const stdin = { contents: code, resolveDir: "." };
  const { metafile } = await build({ ...commonJs, stdin, outfile: file, metafile: true });
  return metafile;
}

/** What starts the program: a file of CommonJS, which Node starts in less time, and that stays apart from it. */
export async function bundleStart(entry: string, to: string): Promise<void> {
  const { define, banner } = urlInCommonJs;
  await build({ ...commonJs, entryPoints: [entry], outfile: to, define, banner: { js: banner }, plugins: [mainApart] });
}

const mainApart: Plugin = {
  name: "main apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/main\.js$/ }, () => ({ path: "./parts/main.js", external: true }));
  },
};
