import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type Handlebars from "handlebars";
import { packageFolder, required } from "../package/folder.js";
import { isBuilt } from "../package/is-built.js";
import { strictView } from "./strict-view.js";

type Templates = ReadonlyMap<string, HandlebarsTemplateDelegate>;

export const compileOptions: CompileOptions = { strict: true, knownHelpersOnly: true, preventIndent: true };

let templates: Templates | undefined;

/** The text that a template gives for a view. Templates are named by their path: `typescript/codes`. */
export function renderTemplate(name: string, view: object): string {
  templates ??= isBuilt ? builtTemplates() : compiledTemplates();
  const template = templates.get(name);
  if (!template) throw new Error(`no template ${name}`);
  return template(strictView(view));
}

/** As the build compiled them: what compiles them takes longer to load and to run than all that they print. */
function builtTemplates(): Templates {
  const built = required("./dist/templates.cjs") as {
    readonly runtime: typeof Handlebars;
    readonly templates: Readonly<Record<string, TemplateSpecification>>;
  };
  const handlebars = built.runtime.create();
  return registered(handlebars, built.templates, (specification) => handlebars.template(specification));
}

function compiledTemplates(): Templates {
  const handlebars = (required("handlebars") as typeof Handlebars).create();
  return registered(handlebars, templateTexts(), (text) => handlebars.compile(text, compileOptions));
}

function registered<Source>(
  handlebars: typeof Handlebars,
  sources: Readonly<Record<string, Source>>,
  templateOf: (source: Source) => HandlebarsTemplateDelegate,
): Templates {
  const made = new Map(Object.entries(sources).map(([name, source]) => [name, templateOf(source)]));
  // One of its own each: Handlebars runs a partial and a template in different ways.
  for (const [name, source] of Object.entries(sources)) handlebars.registerPartial(name, templateOf(source));
  return made;
}

/** The templates as they are written, by their names. */
export function templateTexts(): Readonly<Record<string, string>> {
  const folder = new URL("templates/", packageFolder);
  const files = readdirSync(fileURLToPath(folder), { recursive: true, encoding: "utf8" });
  const paths = files.filter((path) => path.endsWith(".hbs")).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(0, -".hbs".length), readFileSync(new URL(path, folder), "utf8")]),
  );
}
