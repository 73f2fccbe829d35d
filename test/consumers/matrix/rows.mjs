import { bin, node, program, tsc } from "./tools.mjs";

/** What every row has to print: that it built and parsed an error at run time. */
export const expected = "sold_out 409 0";

/** `ending`: how the row's own import ends, as those of the generated files do. */
export const main = (
  ending,
) => `import { ErrorCode, errors, isError, match, parseError } from "./errors/shop/index${ending}";

const body = { error: { code: "sold_out", message: "No tea is left", details: { left: 0 } } };
const error = parseError({ status: 409, headers: { "X-Request-Id": "r1" }, body }, { operation: "placeOrder" });
if (!isError(error, ErrorCode.SoldOut)) throw error;
const left = match(error, { sold_out: (soldOut) => soldOut.details?.left ?? -1 }, () => -1);
console.log([error.code, errors.soldOut({ left: 0 }).status, left].join(" "));
`;

const strict = { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, types: [] };
const library = { lib: ["ES2022", "DOM"] };
const project = (options, include = ["src"]) => ({
  "tsconfig.json": JSON.stringify({
    compilerOptions: { ...strict, ...library, rootDir: "src", outDir: "out", ...options },
    include,
  }),
});
const nodenext = (target, options = {}) => project({ target, module: "nodenext", ...options });
/** Their types are not of the strictest. */
const withLibraries = { types: ["node"], skipLibCheck: true };
const bundler = project({ target: "ES2022", module: "esnext", moduleResolution: "bundler", noEmit: true });
const esm = { "package.json": '{ "type": "module" }\n' };
const commonjs = { "package.json": '{ "type": "commonjs" }\n' };

/**
 * Pairwise: each compiler, module system, bundler, runtime and Node at least once. `ending`, files (those of the manual
 * by their `page`), flags of `generate`, and the commands that build and run; the last one prints.
 */
export const rows = [
  {
    name: "TypeScript 5.4, nodenext, target ES2017, Node 20",
    ending: ".js",
    files: { ...esm, ...nodenext("ES2017") },
    commands: [tsc("-5.4", "-p", "."), [node(20), "out/main.js"]],
  },
  {
    name: "TypeScript 5.6, CommonJS, Node 22",
    ending: "",
    files: { ...commonjs, ...project({ target: "ES2020", module: "commonjs", moduleResolution: "node10" }) },
    commands: [tsc("-5.6", "-p", "."), [node(22), "out/main.js"]],
  },
  {
    name: "TypeScript 5.9, nodenext as CommonJS, Node 24",
    ending: ".js",
    files: { ...commonjs, ...nodenext("ES2022") },
    commands: [tsc("", "-p", "."), [node(24), "out/main.js"]],
  },
  {
    name: "TypeScript 6, bundler, esbuild, Node 26",
    ending: "",
    files: { ...esm, ...bundler },
    commands: [
      tsc("-6", "-p", "."),
      program("esbuild/bin/esbuild", "src/main.ts", "--bundle", "--format=esm", "--outfile=out/main.js"),
      [node(26), "out/main.js"],
    ],
  },
  {
    name: "TypeScript 7, type stripping, Node 24",
    ending: ".ts",
    files: {
      ...esm,
      ...project({
        target: "esnext",
        module: "nodenext",
        rewriteRelativeImportExtensions: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
      }),
    },
    commands: [tsc("-7", "-p", "."), [node(24), "src/main.ts"]],
  },
  {
    name: "JavaScript with declarations, checked by TypeScript 5.4, Node 20",
    ending: ".js",
    flags: ["--language", "js"],
    main: "src/main.js",
    files: {
      ...esm,
      ...project({ target: "ES2022", module: "nodenext", allowJs: true, checkJs: true, noEmit: true }, ["src/main.js"]),
    },
    commands: [tsc("-5.4", "-p", "."), [node(20), "src/main.js"]],
  },
  {
    name: "Vite 8, Node 22",
    ending: "",
    files: {
      ...esm,
      ...bundler,
      "vite.config.js": 'export default { build: { ssr: "src/main.ts", outDir: "out" } };\n',
    },
    commands: [bin("vite/bin/vite.js", "build"), [node(22), "out/main.js"]],
  },
  {
    name: "webpack 5 with ts-loader, Node 20",
    ending: "",
    files: {
      ...commonjs,
      ...project({ target: "ES2020", module: "esnext", moduleResolution: "bundler" }),
      "build.mjs": bundled("webpack", "ts-loader"),
    },
    commands: [
      [process.execPath, "build.mjs"],
      [node(20), "out/main.js"],
    ],
  },
  {
    name: "Rspack 2, Node 24",
    ending: "",
    files: { ...commonjs, ...bundler, "build.mjs": bundled("@rspack/core", "builtin:swc-loader") },
    commands: [
      [process.execPath, "build.mjs"],
      [node(24), "out/main.js"],
    ],
  },
  {
    name: "ts-jest 29, CommonJS",
    ending: "",
    page: "ts-jest",
    files: {
      ...commonjs,
      ...project({ target: "ES2022", module: "commonjs", moduleResolution: "node10", isolatedModules: true }),
      "src/main.spec.ts": spec("./main"),
    },
    commands: [bin("jest/bin/jest.js")],
  },
  {
    name: "ts-jest 29, nodenext",
    ending: ".js",
    page: "ts-jest-nodenext",
    files: { ...commonjs, ...nodenext("ES2022"), "src/main.spec.ts": spec("./main.js") },
    commands: [bin("jest/bin/jest.js")],
  },
  {
    name: "Bun 1.4",
    ending: "",
    files: { ...esm, ...bundler },
    commands: [program("@oven/bun-linux-x64/bin/bun", "src/main.ts")],
  },
  {
    name: "Deno 2.9, type-checked",
    ending: ".ts",
    flags: ["--import-extension", "ts"],
    files: { ...esm, "deno.json": "{}\n" },
    commands: [program("@deno/linux-x64-glibc/deno", "run", "--check", "src/main.ts")],
  },
  {
    name: "NestJS 12: a controller throws, a filter answers, a client reads",
    ending: ".js",
    files: {
      ...esm,
      ...project({
        ...{ target: "ES2022", module: "nodenext", experimentalDecorators: true, emitDecoratorMetadata: true },
        ...{ types: ["node"], skipLibCheck: true, exactOptionalPropertyTypes: false },
      }),
    },
    copied: { "nest.ts": "src/nest.ts" },
    commands: [tsc("", "-p", "."), [node(22), "out/nest.js"]],
  },
  {
    name: "got, ofetch, wretch, Angular's HttpClient: each throws the typed error",
    ending: ".js",
    files: { ...esm, ...nodenext("ES2022", withLibraries) },
    copied: { "clients.ts": "src/clients.ts" },
    commands: [tsc("", "-p", "."), [node(22), "out/clients.js"]],
  },
  {
    name: "Koa: a middleware throws, another answers, a client reads",
    ending: ".js",
    files: { ...esm, ...nodenext("ES2022", withLibraries) },
    copied: { "koa.ts": "src/koa.ts" },
    commands: [tsc("", "-p", "."), [node(22), "out/koa.js"]],
  },
  {
    name: "eslint 10 strict-type-checked and prettier 3: nothing to say",
    ending: ".js",
    files: { ...esm, ...nodenext("ES2022"), ".prettierignore": "src/errors/\n", "eslint.config.js": eslintConfig() },
    commands: [
      bin("eslint/bin/eslint.js", "--max-warnings", "0", "src"),
      // Whoever does not leave generated files out: no error in them.
      bin("eslint/bin/eslint.js", "--quiet", "--no-ignore", "src/errors"),
      bin("prettier/bin/prettier.cjs", "--check", "src"),
      tsc("", "-p", "."),
      [node(20), "out/main.js"],
    ],
  },
];

function spec(path) {
  return `declare const test: (name: string, run: () => Promise<unknown>) => void;
test("runs", () => import("${path}"));
`;
}

function bundled(bundler, loader) {
  const use = loader.startsWith("builtin")
    ? `{ loader: "${loader}", options: { jsc: { parser: { syntax: "typescript" } } } }`
    : `{ loader: "${loader}" }`;
  return `import bundler from "${bundler}";
const build = bundler.rspack ?? bundler;
const config = {
  mode: "production", target: "node", entry: "./src/main.ts", context: import.meta.dirname ?? process.cwd(),
  output: { path: process.cwd() + "/out", filename: "main.js" },
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\\.ts$/, use: ${use} }] },
};
build(config, (error, stats) => {
  if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exit(1); }
});
`;
}

function eslintConfig() {
  return `import eslint from "@eslint/js";
import tseslint from "typescript-eslint";
export default tseslint.config({ ignores: ["src/errors/**"] }, eslint.configs.recommended, tseslint.configs.strictTypeChecked, {
  languageOptions: { parserOptions: { projectService: true } },
});
`;
}
