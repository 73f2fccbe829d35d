import type { Metafile } from "esbuild";
import Handlebars from "handlebars";
import { compileOptions, templateTexts } from "../generator/render/template.js";
import { bundleCommonJs } from "./bundle-commonjs.js";

/** Compiles the templates to functions, by their names, and puts what runs them beside them: a module of CommonJS. */
export function writeTemplates(file: string): Promise<Metafile> {
  const members = Object.entries(templateTexts()).map(
    ([name, text]) => `${JSON.stringify(name)}: ${Handlebars.precompile(text, compileOptions)},\n`,
  );
  const runtime = 'require("handlebars/runtime.js")';
  return bundleCommonJs(`module.exports = { runtime: ${runtime}, templates: {\n${members.join("")}} };\n`, file);
}
