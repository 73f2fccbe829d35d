import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import { strictView } from "./strict-view.js";

const folder = new URL("../../templates/", import.meta.url);
const options: CompileOptions = { strict: true, knownHelpersOnly: true, preventIndent: true };
const handlebars = Handlebars.create();
const compiled = new Map<string, HandlebarsTemplateDelegate>();

/** The text that a template gives for a view. Templates are named by their path: `typescript/codes`. */
export function renderTemplate(name: string, view: object): string {
  if (compiled.size === 0) compileAll();
  const template = compiled.get(name);
  if (!template) throw new Error(`no template ${name}`);
  return template(strictView(view));
}

function compileAll(): void {
  const files = readdirSync(fileURLToPath(folder), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".hbs")).sort()) {
    const name = file.slice(0, -".hbs".length).replaceAll("\\", "/");
    const text = readFileSync(new URL(file, folder), "utf8");
    compiled.set(name, handlebars.compile(text, options));
    handlebars.registerPartial(name, handlebars.compile(text, options));
  }
}
