import type { CodeText } from "../code-text.js";
import { layOut, lineWidth, type PythonCode } from "./code.js";
import { python } from "./text.js";

/** `from module import one, two` */
export function importFrom(module: string, names: readonly string[]): CodeText {
  const line = `from ${module} import ${names.join(", ")}`;
  if (line.length <= lineWidth) return python(line);
  return python(`from ${module} import (\n${names.map((name) => `    ${name},\n`).join("")})`);
}

/** `target = value` */
export function assignment(target: string, value: PythonCode, indent = 0): CodeText {
  const start = `${target} = `;
  const line = `${start}${layOut(value, indent, indent + start.length)}`;
  const alone = typeof value === "string" && indent + 4 + value.length <= lineWidth;
  if (!alone || indent + line.length <= lineWidth) return python(line);
  return python(`${start}(\n${" ".repeat(indent + 4)}${value}\n${" ".repeat(indent)})`);
}

/** `class Name(Base):` */
export function classHeader(name: string, base: string): CodeText {
  const line = `class ${name}(${base}):`;
  return python(line.length <= lineWidth ? line : `class ${name}(\n    ${base}\n):`);
}

/** `Name: TypeAlias = One | Two`: on one line, on one of its own, or a member on each. */
export function unionAlias(name: string, members: readonly string[]): CodeText {
  const start = `${name}: TypeAlias = `;
  const line = members.join(" | ");
  if (start.length + line.length <= lineWidth) return python(`${start}${line}`);
  const body = 4 + line.length <= lineWidth ? line : members.join("\n    | ");
  return python(`${start}(\n    ${body}\n)`);
}
