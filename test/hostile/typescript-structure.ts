import ts from "typescript";

/** What code is made of, whatever its names and texts are: two files that differ in those alone have the same. */
export function typescriptStructure(text: string): readonly string[] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const found = parseDiagnostics.map(({ messageText }) => `wrong: ${JSON.stringify(messageText)}`);
  const visit = (node: ts.Node, parent: string) => {
    const kind = kindOf(node);
    found.push(`${kind} in ${parent}`);
    if (isQuotedKey(node)) return;
    for (const tag of ts.getJSDocTags(node))
      if (tag.parent.parent === node) found.push(`@${tag.tagName.text} on ${kind}`);
    ts.forEachChild(node, (child) => visit(child, kind));
  };
  visit(file, "");
  for (const comment of commentsOf(text)) found.push(...directivesIn(comment));
  return found.sort();
}

/** Every string that the code holds, as the program would see it. */
export function typescriptStrings(text: string): readonly string[] {
  const file = ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) || ts.isIdentifier(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** `errors.notFound` is as good as `errors["not found"]`. */
function kindOf(node: ts.Node): string {
  if (isName(node) || isQuotedKey(node)) return "name";
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
    return "PropertyAccessExpression";
  return ts.SyntaxKind[node.kind] ?? "";
}

/** `["__proto__"]: 1` is as good as `a: 1`: without its brackets it would be no member. */
function isQuotedKey(node: ts.Node): boolean {
  return ts.isComputedPropertyName(node) && ts.isStringLiteral(node.expression) && node.expression.text === "__proto__";
}

function isName(node: ts.Node): boolean {
  if (!ts.isStringLiteral(node) && !ts.isNumericLiteral(node)) return ts.isIdentifier(node);
  return ("name" in node.parent && node.parent.name === node) || ts.isElementAccessExpression(node.parent);
}

function commentsOf(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const comments: string[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan())
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia || kind === ts.SyntaxKind.SingleLineCommentTrivia)
      comments.push(scanner.getTokenText());
  return comments;
}

/** What tools read in comments: pragmas, and tags wherever they begin a line. */
function directivesIn(comment: string): string[] {
  const acting =
    /@ts-\w+|@jest-\w+|@flow|@jsx\w*|@__\w+__|#__\w+__|@(?:license|preserve|internal|generated|type\b)|sourceMappingURL|(?:es|ts)lint-(?:dis|en)able|biome-ignore|prettier-ignore|istanbul ignore|[cv]8 ignore/g;
  return (comment.match(acting) ?? []).map((directive) => `directive ${directive}`);
}
