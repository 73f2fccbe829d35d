import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { printProblems } from "../../generator/problem/print.js";
import { hasErrors } from "../../generator/problem/problem.js";
import { readContract } from "../../generator/read-contract.js";
import { renderCodePages } from "../../generator/render/code-pages.js";
import { emit } from "../../generator/render/emitters.js";
import { askPython } from "../python/run-python.js";
import type { Names } from "./any-names.js";
import { namedDocument } from "./named-document.js";

const emitters = ["types", "codes", "errors", "server", "json", "vectors", "python"] as const;

interface Made {
  readonly ErrorCode: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, (details: unknown) => { readonly code: string }>>;
  parseError(answer: object): { readonly code: string; readonly listed: boolean };
}

/** What is wrong with the names of all that is generated for a document: nothing, if each is legal, distinct and reachable. */
export async function wrongNames(names: Names, folder: string): Promise<string[]> {
  const document = join(folder, "openapi.json");
  mkdirSync(folder, { recursive: true });
  writeFileSync(document, JSON.stringify(namedDocument(names)));
  const { read, problems } = readContract(document, folder);
  if (!read || hasErrors(problems)) return [`refused: ${printProblems(problems, "text", false)}`];
  const files = await emit(read, [...emitters]);
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const textOf = (name: string) => files.find(({ path }) => path.endsWith(`/${name}`))?.text ?? "";
  const pages = renderCodePages(read.contract).map(({ path }) => path.split("/").at(-1)!);
  const vectors = JSON.parse(textOf("vectors.json")) as { readonly name: string }[];
  return [
    ...["types.ts", "codes.ts", "errors.ts", "server.ts"].flatMap((name) => wrongInTypeScript(name, textOf(name))),
    ...(await wrongWhenUsed(names, folder)),
    ...(await wrongInPython(names, textOf("errors.py"))),
    ...wrongPages(pages, names),
    ...twice(vectors.map(({ name }) => name)).map((name) => `vectors.json: two vectors are called ${name}`),
  ];
}

function wrongInTypeScript(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly ts.Diagnostic[] };
  // A value and a type may share a name, and a function is told of as often as there are ways to call it.
  const declared = file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => `const ${name.getText()}`);
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      return [`type ${statement.name.text}`];
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
      return bindings.elements.flatMap(({ name }) => [`const ${name.text}`, `type ${name.text}`]);
    }
    return [];
  });
  return [
    ...parseDiagnostics.map(({ messageText }) => `${name}: ${JSON.stringify(messageText)}`),
    ...twice(declared).map((each) => `${name}: ${each} is declared twice`),
  ];
}

/** Every code is a value of `ErrorCode`, one of `errors` makes it, and what that makes is read as it. */
async function wrongWhenUsed({ id, codes }: Names, folder: string): Promise<string[]> {
  const outfile = join(folder, "made.mjs");
  const contents = `export * from "./${id}/index.ts"; export { errors } from "./${id}/server.ts";`;
  const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
  await build({ stdin, outfile, bundle: true, format: "esm", platform: "node", logLevel: "silent" });
  const { ErrorCode, errors } = (await import(pathToFileURL(outfile).href)) as Made;
  const made = Object.values(errors).map((create) => create(undefined).code);
  return [...differences("ErrorCode", Object.values(ErrorCode), codes), ...differences("errors", made, codes)];
}

async function wrongInPython({ codes }: Names, text: string): Promise<string[]> {
  const [answer] = await askPython<Record<"members" | "classes" | "wrong", string[]>>("names.py", [text]);
  return [
    ...answer!.wrong.map((each) => `errors.py: ${each}`),
    ...differences("ErrorCode of errors.py", answer!.members, codes),
    ...differences("the classes of errors.py", answer!.classes, codes),
  ];
}

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** A name that any system takes as it is, and tells from the others though it knows no case. */
function wrongPages(pages: readonly string[], { codes }: Names): string[] {
  return [
    ...pages
      .filter((name) => !/^[A-Za-z0-9][\w.-]{0,90}\.html$/.test(name) || device.test(name))
      .map((name) => `page ${name}`),
    ...twice(pages.map((name) => name.toLowerCase())).map((name) => `two pages are ${name}`),
    ...(pages.length < codes.length ? [`${pages.length} pages for ${codes.length} codes`] : []),
  ];
}

/** The status of an answer without a code is among what is made; each code has to be, once. */
function differences(where: string, found: readonly string[], codes: readonly string[]): string[] {
  const there = new Set(found);
  return [
    ...codes.filter((code) => !there.has(code)).map((code) => `${where}: ${JSON.stringify(code)} is not there`),
    ...twice(found).map((code) => `${where}: ${JSON.stringify(code)} is there twice`),
  ];
}

function twice(all: readonly string[]): string[] {
  return all.filter((each, index) => all.indexOf(each) !== index);
}
