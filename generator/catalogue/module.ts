import type ts from "typescript";
import { required } from "../package/folder.js";
import { linesOf, positionIn } from "../read/lines.js";
import { type CatalogueRead, type Entry, madeText } from "./entry.js";

/**
 * The texts of a catalogue that is a module of TypeScript or JavaScript: those of each object in it, below the name of the
 * constant that it is given to. It is read, and never run.
 */
export function entriesOfModule(file: string, text: string): CatalogueRead {
  const compiler = required("typescript") as typeof ts;
  const source = compiler.createSourceFile(file, text, compiler.ScriptTarget.Latest, true);
  const lines = linesOf(text);
  const entries: Entry[] = [];

  const add = (key: string, value: string, node: ts.Node) => {
    const offset = node.getStart(source);
    entries.push({ key, text: value, position: () => positionIn(file, text, lines, offset) });
  };
  const read = (object: ts.ObjectLiteralExpression, prefix: string): void => {
    for (const member of object.properties) {
      const name = member.name && nameOf(member.name);
      if (name === undefined) continue;
      const value = compiler.isPropertyAssignment(member) ? withoutType(member.initializer) : undefined;
      if (value && compiler.isObjectLiteralExpression(value)) read(value, `${prefix}${name}.`);
      else add(`${prefix}${name}`, value ? textOf(value) : madeText, member);
    }
  };
  /** `[ErrorCode.EmailTaken]: ...` is called after what it stands for. */
  const nameOf = (name: ts.PropertyName): string | undefined => {
    if (!compiler.isComputedPropertyName(name)) return name.text;
    const { expression } = name;
    if (compiler.isStringLiteralLike(expression)) return expression.text;
    if (compiler.isPropertyAccessExpression(expression)) return expression.name.text;
    return compiler.isElementAccessExpression(expression) && compiler.isStringLiteralLike(expression.argumentExpression)
      ? expression.argumentExpression.text
      : undefined;
  };
  const textOf = (value: ts.Expression): string => {
    if (compiler.isStringLiteralLike(value)) return value.text;
    if (compiler.isTemplateExpression(value)) return value.getText(source).slice(1, -1);
    if (compiler.isBinaryExpression(value)) return textOf(value.left) + textOf(value.right);
    return madeText;
  };
  const withoutType = (value: ts.Expression): ts.Expression =>
    compiler.isAsExpression(value) || compiler.isSatisfiesExpression(value) || compiler.isParenthesizedExpression(value)
      ? withoutType(value.expression)
      : value;
  const visit = (node: ts.Node, name: string): void => {
    if (compiler.isObjectLiteralExpression(node)) read(node, name);
    else {
      const own =
        compiler.isVariableDeclaration(node) && compiler.isIdentifier(node.name) ? `${node.name.text}.` : name;
      compiler.forEachChild(node, (inner) => visit(inner, own));
    }
  };
  visit(source, "");
  return { entries };
}
