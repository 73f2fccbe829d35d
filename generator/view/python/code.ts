/** Python code that is text as it is, or brackets whose items go on lines of their own where they don't fit on one. */
export type PythonCode = string | Brackets;

export interface Brackets {
  /** `[`, `{`, or with what stands before it: `Envelope(`. */
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
}

/** `label` stands before the code: `name=`, `"key": ` or nothing. */
export interface Item {
  readonly label: string;
  readonly code: PythonCode;
}

/** As Black and Ruff have it. */
export const lineWidth = 88;

/** `Name(one=1, two=2)`; arguments that are undefined are left out. */
export function call(name: string, named: Readonly<Record<string, PythonCode | undefined>>): Brackets {
  const items = Object.entries(named).flatMap(([key, code]) =>
    code === undefined ? [] : [{ label: `${key}=`, code }],
  );
  return { open: `${name}(`, items, close: ")" };
}

/** `[one, two]`, or `Literal[one, two]`. */
export function list(items: readonly PythonCode[], name = ""): Brackets {
  return { open: `${name}[`, items: items.map((code) => ({ label: "", code })), close: "]" };
}

/** `{key: value}`; keys are code. */
export function dict(entries: readonly (readonly [key: string, value: PythonCode])[]): Brackets {
  return { open: "{", items: entries.map(([key, code]) => ({ label: `${key}: `, code })), close: "}" };
}

/** Code on one line. */
export function flat(code: PythonCode): string {
  if (typeof code === "string") return code;
  return `${code.open}${code.items.map(({ label, code }) => `${label}${flat(code)}`).join(", ")}${code.close}`;
}

/** Code on one line where it fits, else an item on each; `column` is where it begins, `after` what follows on its line. */
export function layOut(code: PythonCode, indent: number, column = indent, after = 0): string {
  const line = flat(code);
  if (typeof code === "string" || code.items.length === 0 || column + line.length + after <= lineWidth) return line;
  const pad = " ".repeat(indent + 4);
  // A comma after a single subscript would make it a tuple.
  const comma = code.items.length === 1 && /\w\[$/.test(code.open) ? "" : ",";
  const lines = code.items.map(
    ({ label, code }) => `${pad}${label}${layOut(code, indent + 4, indent + 4 + label.length, 1)}${comma}\n`,
  );
  return `${code.open}\n${lines.join("")}${" ".repeat(indent)}${code.close}`;
}
