import { writeFileSync } from "node:fs";
import Handlebars from "handlebars";
import { compileOptions, templateTexts } from "../generator/render/template.js";

/** Compiles the templates to functions: a module of CommonJS that gives them by their names. */
export function writeTemplates(file: string): void {
  const members = Object.entries(templateTexts()).map(
    ([name, text]) => `${JSON.stringify(name)}: ${Handlebars.precompile(text, compileOptions)},\n`,
  );
  writeFileSync(file, `module.exports = {\n${members.join("")}};\n`);
}
