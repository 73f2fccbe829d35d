import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { posix } from "node:path";

/** What the log of a job is told. Each line of it may be a command to the runner: only ours are. */

/** Text of others: nothing in it is a command. */
export function tell(text) {
  if (text.trim() === "") return;
  const end = randomUUID();
  process.stdout.write(`::stop-commands::${end}\n${text.trimEnd()}\n::${end}::\n`);
}

/** One annotation without a place. */
export function annotate(kind, text) {
  const data = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  process.stdout.write(`::${kind} title=openapi-errors::${data}\n`);
}

/** Annotations of `--format github`, with paths as they are from the root of the repository. */
export function annotations(text, folder) {
  const lines = text.split("\n").filter((line) => /^::(?:error|warning|notice) file=/.test(line));
  const from = (path) => (posix.isAbsolute(path) ? path : posix.join(escaped(folder.replaceAll("\\", "/")), path));
  return lines.map((line) => `${line.replace(/(?<= file=)[^,:]+/, from)}\n`).join("");
}

function escaped(property) {
  return property.replace(/[%\r\n:,]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

/** Values of any lines: no value ends where a document says so. */
export function setOutputs(file, outputs) {
  for (const [name, value] of Object.entries(outputs)) {
    const end = `end-${randomUUID()}`;
    appendFileSync(file, `${name}<<${end}\n${value}\n${end}\n`);
  }
}
