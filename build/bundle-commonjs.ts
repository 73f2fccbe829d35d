import { build, type Metafile } from "esbuild";

/** Writes code as a module of CommonJS, with what it asks for of packages that are not installed with the program. */
export async function bundleCommonJs(code: string, file: string): Promise<Metafile> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: "." },
    outfile: file,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
  });
  return metafile;
}
