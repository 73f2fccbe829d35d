import { fileURLToPath } from "node:url";
import ts from "typescript";

const project = fileURLToPath(new URL("../../", import.meta.url));
const entry = `${project}generator/api/index.ts`;

/** Every name that the package exports, with its declaration as the build makes it, without comments. */
export function publicSurface(): string {
  const { config } = ts.readConfigFile(`${project}tsconfig.build.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const program = ts.createProgram([entry], { ...options, emitDeclarationOnly: true, removeComments: true });
  const declarations = new Map<string, string>();
  program.emit(undefined, (path, text) => declarations.set(path, text));
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
  const names = checker.getExportsOfModule(module).map((symbol) => {
    const [declared] = (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).declarations!;
    if (ts.isTypeAliasDeclaration(declared!) && declared.getText().includes("typeof"))
      return [symbol.name, `export type ${symbol.name} = ${writtenOut(declared, checker)};`] as const;
    const emitted = declared!.getSourceFile().fileName.replace("/generator/", "/dist/").replace(/\.ts$/, ".d.ts");
    return [symbol.name, declarationOf(nameOf(declared!), emitted, declarations.get(emitted)!)] as const;
  });
  return names
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `// ${name}\n${text}\n`)
    .join("\n");
}

/** A union that is made of a list, as the union. */
function writtenOut(declared: ts.TypeAliasDeclaration, checker: ts.TypeChecker): string {
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias;
  return checker.typeToString(checker.getTypeAtLocation(declared), undefined, flags);
}

function nameOf(declared: ts.Declaration): string {
  return (ts.getNameOfDeclaration(declared) as ts.Identifier).text;
}

function declarationOf(name: string, path: string, text: string): string {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found = file.statements.filter((statement) => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.some((each) => each.name.getText() === name);
    const named = ts.isDeclarationStatement(statement) && statement.name;
    return named && named.getText() === name;
  });
  return found.map((statement) => statement.getText()).join("\n");
}
