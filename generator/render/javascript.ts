import type ts from "typescript";
import { required } from "../package/folder.js";
import type { EmittedFile } from "./generated-file.js";

/** Where the files stand while they are compiled. */
const folder = "/generated/";

/** Bundlers leave out what a program does not use of modules that say so. */
const packageOfModules = '{ "type": "module", "sideEffects": false }\n';

/**
 * The same files as JavaScript with declarations: each `.ts` becomes a `.js` and a `.d.ts`. Node takes a `.js` for what the
 * nearest package.json says, which is CommonJS where `npm init` wrote it: one beside them says what they are.
 */
export async function asJavaScript(files: readonly EmittedFile[]): Promise<readonly EmittedFile[]> {
  const sources = new Map(files.filter(({ path }) => path.endsWith(".ts")).map((file) => [folder + file.path, file]));
  const [first] = sources.values();
  if (!first) return files;
  const compiler = required("typescript") as typeof ts;
  const compiled = compile(compiler, new Map([...sources].map(([path, { text }]) => [path, text])));
  const written = files.flatMap((file): EmittedFile[] => {
    if (!sources.has(folder + file.path)) return [file];
    const base = file.path.slice(0, -".ts".length);
    const head = bannerOf(file.text);
    return [".js", ".d.ts"].map((ending) => {
      const text = compiled.get(`${folder}${base}${ending}`) ?? "";
      return { ...file, path: `${base}${ending}`, text: text.startsWith(head) ? text : `${head}\n${text}` };
    });
  });
  return [...written, { path: "package.json", text: packageOfModules, by: first.by, yields: true }];
}

/** The comment lines that a file begins with: declarations do not keep them. */
function bannerOf(text: string): string {
  return /^(?:\/\/.*\n|\/\*.*\*\/\n)*/.exec(text)?.[0] ?? "";
}

/** What the compiler makes of files that were checked when they were made: nothing is checked again. */
function compile(compiler: typeof ts, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const options: ts.CompilerOptions = {
    target: compiler.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    module: compiler.ModuleKind.ESNext,
    moduleResolution: compiler.ModuleResolutionKind.Bundler,
    verbatimModuleSyntax: true,
    strict: true,
    declaration: true,
    noCheck: true,
    types: [],
    newLine: compiler.NewLineKind.LineFeed,
  };
  const written = new Map<string, string>();
  const disk = compiler.createCompilerHost(options);
  const library = compiler.getDefaultLibFilePath(options);
  const isLibrary = (path: string) => path.startsWith(library.slice(0, library.lastIndexOf("/") + 1));
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => folder,
    fileExists: (path) => texts.has(path) || (isLibrary(path) && disk.fileExists(path)),
    readFile: (path) => texts.get(path) ?? (isLibrary(path) ? disk.readFile(path) : undefined),
    directoryExists: () => true,
    getDirectories: () => [],
    getSourceFile: (path, languageVersion) => {
      const text = texts.get(path);
      if (text === undefined) return isLibrary(path) ? disk.getSourceFile(path, languageVersion) : undefined;
      return compiler.createSourceFile(path, text, languageVersion, true);
    },
    writeFile: (path, text) => void written.set(path, text),
  };
  compiler.createProgram({ rootNames: [...texts.keys()], options, host }).emit();
  return written;
}
