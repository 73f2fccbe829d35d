import ts from "typescript";

/** What is taken or left out as a whole, and each of the keys that it is taken for: `Debug`, `Diagnostics.Cannot_find_name_0`. */
interface Piece {
  readonly keys: readonly string[];
  readonly text: string;
  /** Where it refers to others. */
  readonly node?: ts.Node;
}

/** The text of those statements that some names need, which they declare: in their order, and nothing else. */
export function partOf(file: ts.SourceFile, statements: readonly ts.Statement[], names: readonly string[]): string {
  const pieces = statements.flatMap((statement) => piecesOf(statement, file.text));
  const byKey = new Map<string, Piece[]>();
  for (const piece of pieces) for (const key of piece.keys) byKey.set(key, [...(byKey.get(key) ?? []), piece]);
  const missing = names.filter((name) => !byKey.has(name));
  if (missing.length > 0) throw new Error(`${file.fileName} has no ${missing.join(", ")}`);

  const taken = new Set<Piece>();
  const left = names.flatMap(whole);
  for (let key = left.pop(); key !== undefined; key = left.pop())
    for (const piece of byKey.get(key) ?? []) {
      if (taken.has(piece)) continue;
      taken.add(piece);
      if (piece.node) left.push(...keysIn(piece.node));
    }
  return pieces
    .filter((piece) => taken.has(piece))
    .map(({ text }) => text)
    .join("");
}

/** A statement, or the beginning, the members and the end of one that is a list, as `Diagnostics` is. */
function piecesOf(statement: ts.Statement, text: string): Piece[] {
  const [name, members] = listIn(statement) ?? [];
  if (name === undefined || members === undefined)
    return [{ keys: namesOf(statement), text: text.slice(statement.pos, statement.end), node: statement }];
  return [
    { keys: [name], text: text.slice(statement.pos, members.pos) },
    ...members.map((member) => ({
      keys: [`${name}.*`, `${name}.${(member.name as ts.Identifier).text}`],
      text: `${text.slice(member.pos, member.end)},`,
      node: member.initializer,
    })),
    { keys: [name], text: text.slice(members.end, statement.end) },
  ];
}

/** `var X = { a: f(…), b: f(…) }`: no member of it can refer to another. */
function listIn(statement: ts.Statement): [string, ts.NodeArray<ts.PropertyAssignment>] | undefined {
  const [declared, ...others] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const value = declared?.initializer;
  if (!declared || others.length > 0 || !value || !ts.isObjectLiteralExpression(value)) return undefined;
  const isOfCalls = (each: ts.ObjectLiteralElementLike) =>
    ts.isPropertyAssignment(each) && ts.isIdentifier(each.name) && ts.isCallExpression(each.initializer);
  if (!ts.isIdentifier(declared.name) || !value.properties.every(isOfCalls)) return undefined;
  return [declared.name.text, value.properties as ts.NodeArray<ts.Node> as ts.NodeArray<ts.PropertyAssignment>];
}

/** What a statement declares, or acts on: `((Debug2) => {…})(Debug || (Debug = {}))`, `Version.zero = …`. */
function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return boundBy(statement.name);
  return ts.isExpressionStatement(statement) ? actedOn(statement.expression) : [];
}

function boundBy(name: ts.BindingName | undefined): string[] {
  if (name === undefined) return [];
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isBindingElement(each) ? boundBy(each.name) : []));
}

function actedOn(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isPropertyAccessExpression(expression)) return actedOn(expression.expression);
  if (ts.isBinaryExpression(expression)) return actedOn(expression.left);
  const [first] = ts.isCallExpression(expression) ? expression.arguments : [];
  return first === undefined ? [] : actedOn(first);
}

function whole(name: string): string[] {
  return [name, `${name}.*`];
}

/** All names but those of members. What shadows a name of the file is taken for it: that only takes more. */
function keysIn(node: ts.Node): string[] {
  if (ts.isIdentifier(node)) return whole(node.text);
  if (ts.isPropertyAccessExpression(node)) {
    const { expression, name } = node;
    return ts.isIdentifier(expression) ? [expression.text, `${expression.text}.${name.text}`] : keysIn(expression);
  }
  const keys: string[] = [];
  const isNamed = ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node);
  ts.forEachChild(node, (child) => {
    if (!(isNamed && child === node.name && ts.isIdentifier(child))) keys.push(...keysIn(child));
  });
  return keys;
}
