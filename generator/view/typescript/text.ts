import type { CodeText } from "../code-text.js";
import { escapeHidden } from "../hidden.js";
import { isIdentifier } from "../names.js";
import { lineInComment } from "./comment.js";

/** TypeScript as text: nothing that comes from a document can leave the place it is put in. */

/** How long a line of code is at most. */
export const lineWidth = 110;

export function identifier(name: string): CodeText {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return { kind: "identifier", text: name };
}

/** A string literal in double quotes. */
export function stringLiteral(value: string): CodeText {
  return { kind: "literal", text: quote(value) };
}

const references = new WeakSet<object>();

/** What stands in a literal for a value that is written elsewhere, under a name. No value of a document can be one. */
export function reference(name: string): object {
  const made = { name: identifier(name).text };
  references.add(made);
  return made;
}

/** Any JSON value as a literal, with references in it: on one line where it fits, else one member on each. */
export function literal(value: unknown, indent = 0): CodeText {
  return { kind: "literal", text: print(value, indent) };
}

/** A key of an object literal or a member of a type. A quoted `__proto__` would set the prototype. */
export function propertyKey(name: string): CodeText {
  return { kind: "literal", text: keyText(name) };
}

/** A key of an interface, where `__proto__` is a name like any other. */
export function memberKey(name: string): CodeText {
  return { kind: "literal", text: isIdentifier(name) || isIndex(name) ? name : quote(name) };
}

/** The same where all keys are texts: of `42`, `keyof` makes a number. */
export function textKey(name: string): CodeText {
  return { kind: "literal", text: isIdentifier(name) ? name : quote(name) };
}

/** A doc comment: the paragraphs, wrapped, and a tag behind them; on one line where they fit. */
export function docComment(paragraphs: readonly string[], indent = 0, tag = ""): CodeText {
  const pad = " ".repeat(indent);
  const texts = paragraphs.filter((text) => text.trim() !== "").map((text) => wrap(lineInComment(text), indent));
  const [, mark = "", said = ""] = /^(@\w+)(.*)/s.exec(tag) ?? [];
  const all = mark === "" ? texts : [...texts, wrap(`${mark} ${lineInComment(said)}`.trim(), indent)];
  const lines = all.flatMap((own, i) => [...(i > 0 ? [""] : []), ...own]);
  const [only] = lines;
  if (lines.length === 1 && `${pad}/** ${only} */`.length <= lineWidth)
    return { kind: "comment", text: `/** ${only} */` };
  const body = lines.map((line) => `${pad} *${line && ` ${line}`}`).join("\n");
  return { kind: "comment", text: `/**\n${body}\n${pad} */` };
}

/** Text inside a comment that is already open. */
export function commentText(text: string): CodeText {
  return { kind: "comment", text: lineInComment(text) };
}

function quote(value: string): string {
  return escapeHidden(JSON.stringify(value)).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
}

function keyText(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return isIdentifier(name) || isIndex(name) ? name : quote(name);
}

/** A number that is written as JavaScript writes it. */
function isIndex(name: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(name);
}

function print(value: unknown, indent: number): string {
  const flat = printFlat(value);
  if (indent + flat.length <= lineWidth) return flat;
  const pad = " ".repeat(indent);
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return printFilled(value, pad);
  if (Array.isArray(value)) return `[\n${value.map((item) => `${pad}  ${print(item, indent + 2)},\n`).join("")}${pad}]`;
  if (typeof value !== "object" || value === null || isReference(value)) return flat;
  const members = Object.entries(value).map(
    ([key, member]) => `${pad}  ${keyText(key)}: ${print(member, indent + 2)},\n`,
  );
  return `{\n${members.join("")}${pad}}`;
}

/** A list of plain values: as many on each line as fit. */
function printFilled(values: readonly unknown[], pad: string): string {
  const lines: string[] = [];
  for (const item of values.map((value) => `${printFlat(value)},`)) {
    const line = lines.at(-1);
    if (line === undefined || pad.length + 2 + line.length + 1 + item.length > lineWidth) lines.push(item);
    else lines[lines.length - 1] = `${line} ${item}`;
  }
  return `[\n${lines.map((line) => `${pad}  ${line}\n`).join("")}${pad}]`;
}

function printFlat(value: unknown): string {
  if (isReference(value)) return value.name;
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (typeof value === "string") return quote(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
  const members = Object.entries(value).map(([key, member]) => `${keyText(key)}: ${printFlat(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function isReference(value: unknown): value is { readonly name: string } {
  // Of what is no object, it has none.
  return references.has(value as object);
}

function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + 3 + line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
