import { shellWord } from "../problem/shell.js";
import { isFile } from "../read/file.js";

/** Help of a command that there is not is wrong usage, as the command itself is. */
export function meantArguments(args: readonly string[], commands: readonly string[]): readonly string[] {
  const [first = "", second = ""] = args;
  const name = first === "help" ? second : first;
  const known = ["", "help", ...commands];
  return name.startsWith("-") || known.includes(name) ? args : [name];
}

/** What is said to who names a file where a command is to stand; undefined where nobody does. */
export function fileForCommand([first = ""]: readonly string[], commands: readonly string[]): string | undefined {
  if (commands.includes(first) || first === "help" || !isFile(first)) return undefined;
  return `openapi-errors: \`${first}\` is a file, and no command\n  openapi-errors generate ${shellWord(first)}\n`;
}
