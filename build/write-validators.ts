import { readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import type { Metafile } from "esbuild";
import { metaOptions, metaSchema, ownOptions, ownSchema } from "../generator/read/own-validators.js";
import { bundleCommonJs } from "./bundle-commonjs.js";

/** Compiles our own schemas, and the one of JSON Schema itself, to functions: a module of CommonJS that gives them by their names. */
export function writeValidators(file: string): Promise<Metafile> {
  const names = readdirSync("generator/schema").map((path) => path.replace(/\.schema\.json$/, ""));
  const own = new Ajv2020({ ...ownOptions, code: { source: true } });
  for (const name of names) own.addSchema(ownSchema(name), name);
  const meta = new Ajv2020({ ...metaOptions, code: { source: true } });
  const modules = [
    standaloneCode.default(own, Object.fromEntries(names.map((name) => [name, name]))),
    standaloneCode.default(meta, { [metaSchema]: metaSchema }),
  ];
  // Each is a module of its own, whose names the other has too.
  const wrapped = modules.map((code) => `(() => {\nconst exports = {};\n${code}\nreturn exports;\n})()`);
  return bundleCommonJs(`module.exports = { ...${wrapped.join(", ...")} };\n`, file);
}
