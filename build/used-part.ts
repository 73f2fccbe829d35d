import { readFileSync } from "node:fs";
import ts from "typescript";
import { partOf } from "./part-of.js";

/** A module of CommonJS with no more than some of its functions, and what they need. */
export function moduleOf(path: string, names: readonly string[]): string {
  const file = parsed(path, readFileSync(path, "utf8"));
  return `${partOf(file, file.statements, names)}\nmodule.exports = { ${names.join(", ")} };\n`;
}

/**
 * TypeScript as a module of no more than some of its names need, which are the members of its default export. Its own file is
 * one function, of which nothing can be used before all of it is read: the checker and the language service as well.
 */
export function typescriptOf(path: string, names: readonly string[]): string {
  const file = parsed(path, readFileSync(path, "utf8"));
  return `${partOf(file, bodyOf(file), names)}\nexport default { ${names.join(", ")} };\n`;
}

/** `var ts = {}; ((module) => { … })({ … })` */
function bodyOf({ statements: [, second] }: ts.SourceFile): readonly ts.Statement[] {
  if (second !== undefined && ts.isExpressionStatement(second) && ts.isCallExpression(second.expression)) {
    const { expression } = second.expression;
    const made = ts.isParenthesizedExpression(expression) ? expression.expression : expression;
    if (ts.isArrowFunction(made) && ts.isBlock(made.body)) return made.body.statements;
  }
  throw new Error(`TypeScript ${ts.version} is written in another way`);
}

/** The members of a module that another one names: `factory` of `ts.factory`, where it has that as `ts`. */
export function membersUsed(text: string, module: string): string[] {
  const file = parsed("module.js", text);
  const called = new Set<string>();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && isText(node.moduleSpecifier, module)) called.add(node.importClause!.name!.text);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      if (ts.isCallExpression(node.initializer) && isText(node.initializer.arguments[0], module))
        called.add(node.name.text);
    const isMember = ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression);
    if (isMember && called.has(node.expression.text)) used.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...used].sort();
}

function isText(node: ts.Node | undefined, text: string): boolean {
  return node !== undefined && ts.isStringLiteral(node) && node.text === text;
}

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
}
