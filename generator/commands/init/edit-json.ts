import ts from "typescript";

/**
 * A JSON text with one member more in the object at a path, or one item more in the list there; undefined where there
 * is none. The new line looks like those beside it, and all else stays as it is. Comments may stand in it.
 */
export function jsonWith(text: string, path: readonly string[], name: string | undefined, value: unknown) {
  const file = ts.parseJsonText("file.json", text);
  const holder = valueAt(file, path);
  const isFit = name === undefined ? ts.isArrayLiteralExpression : ts.isObjectLiteralExpression;
  if (!holder || !isFit(holder)) return undefined;
  const list: ts.NodeArray<ts.Node> = ts.isArrayLiteralExpression(holder) ? holder.elements : holder.properties;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = unitOf(file);
  const print = (margin: string) =>
    `${name === undefined ? "" : `${JSON.stringify(name)}: `}${JSON.stringify(value, null, unit).replaceAll("\n", eol + margin)}`;
  const open = holder.getStart(file) + 1;
  const last = list.at(-1);
  if (!last) {
    const margin = marginAt(text, open);
    return `${text.slice(0, open)}${eol}${margin}${unit}${print(margin + unit)}${eol}${margin}${text.slice(holder.end - 1)}`;
  }
  const start = last.getStart(file);
  const own = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const isAlone = /^[ \t]*$/.test(own) && text.slice(0, start).includes("\n");
  const added = isAlone ? `,${eol}${own}${print(own)}` : `, ${print("").replaceAll(/\r?\n\s*/g, " ")}`;
  return text.slice(0, last.end) + added + text.slice(last.end);
}

/** Where a JSON text first breaks the rules of JSON, as far as can be told. */
export function jsonBreaksAt(text: string): number {
  const file = ts.parseJsonText("file.json", text) as ts.JsonSourceFile & {
    readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
  };
  const [first] = file.parseDiagnostics;
  return first?.start ?? trailingComma(file) ?? 0;
}

function trailingComma(node: ts.Node): number | undefined {
  const list = ts.isObjectLiteralExpression(node)
    ? node.properties
    : ts.isArrayLiteralExpression(node)
      ? node.elements
      : undefined;
  if (list?.hasTrailingComma) return list.end - 1;
  return ts.forEachChild(node, trailingComma);
}

function valueAt(file: ts.JsonSourceFile, path: readonly string[]): ts.Expression | undefined {
  let at: ts.Expression | undefined = file.statements[0]?.expression;
  for (const step of path) {
    if (!at || !ts.isObjectLiteralExpression(at)) return undefined;
    const found: ts.ObjectLiteralElementLike | undefined = at.properties.find(
      ({ name }) => name && ts.isStringLiteral(name) && name.text === step,
    );
    at = found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
  }
  return at;
}

/** What the lines of the outermost value are indented with. */
function unitOf(file: ts.JsonSourceFile): string {
  const root = valueAt(file, []);
  const first = root && ts.isObjectLiteralExpression(root) ? root.properties[0] : undefined;
  return (first && marginAt(file.text, first.getStart(file))) || "  ";
}

/** The white space that the line of an offset begins with. */
function marginAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
}
