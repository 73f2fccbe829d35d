import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { lintCommand } from "../../generator/commands/lint.js";
import { scanCommand } from "../../generator/commands/scan.js";
import type { Terminal } from "../../generator/commands/terminal.js";

/**
 * Gives every case of the yaml-test-suite to `lint` and `scan`, as a document and as a file that one refers to, all in
 * one process: none may throw, take seconds, print a stack or a problem without its place.
 * Run: npm run bench:yaml -- path/to/yaml-test-suite/data
 */
const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error("name the folder of yaml-test-suite's data: npm run bench:yaml -- path/to/data");
  process.exit(2);
}
const longest = 1000;
const cases = inputsIn(resolve(folder));
const place = mkdtempSync(join(tmpdir(), "openapi-errors-yaml-"));
let read = 0;
let refused = 0;
let wrong = 0;
let acceptedWrongly = 0;
for (const input of cases) {
  const name = relative(folder, input);
  const referring = join(place, "openapi.json");
  writeFileSync(referring, referringTo(input));
  const root = { root: resolve(folder), format: "text" } as const;
  const own = await run(name, (terminal) => lintCommand([input], root, terminal));
  await run(`${name}, by a reference`, (terminal) => lintCommand([referring], { ...root, root: "/" }, terminal));
  await run(`${name}, scanned`, async (terminal) => scanCommand(input, root, terminal));
  const isRefused = /^\S.*:\d+:\d+: error: .+\((?!document-unsupported|contract-)[a-z-]+\)$/m.test(own);
  if (isRefused) refused += 1;
  else read += 1;
  // What is no YAML, and no map either way, may be refused for either.
  if (!isRefused && existsSync(join(input, "../error"))) {
    acceptedWrongly += 1;
    console.log(`${name}: read, though the suite calls it an error`);
  }
}
rmSync(place, { recursive: true });
console.log(
  `${cases.length} cases; read: ${read}, refused: ${refused}, read though wrong: ${acceptedWrongly}; crashes, stacks or no place: ${wrong}`,
);
process.exitCode = wrong > 0 || cases.length === 0 ? 1 : 0;

async function run(name: string, command: (terminal: Terminal) => Promise<number>): Promise<string> {
  let said = "";
  const print = (text: string) => {
    said += text;
  };
  const terminal: Terminal = { answer: print, tell: print, colour: { answer: false, tell: false }, width: 80 };
  const start = performance.now();
  try {
    const exit = await command(terminal);
    const isPlaced = exit === 0 || /^.+:\d+:\d+: error: .+ \([a-z-]+\)$/m.test(said);
    const took = performance.now() - start;
    if (isPlaced && !/^\s+at .+:\d+:\d+/m.test(said) && took < longest) return said;
    console.log(`${name}: exit ${exit} after ${took.toFixed(0)} ms\n${said.slice(0, 1000)}`);
  } catch (error) {
    console.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  wrong += 1;
  return said;
}

/** The texts of the cases, which may hold cases of their own. */
function inputsIn(at: string): string[] {
  return readdirSync(at)
    .sort()
    .flatMap((name) => {
      const path = join(at, name);
      if (name === "in.yaml") return [path];
      return statSync(path).isDirectory() ? inputsIn(path) : [];
    });
}

/** A document whose answer has the case as its schema, its body and its example. */
function referringTo(input: string): string {
  const $ref = input.split("/").map(encodeURIComponent).join("/");
  const content = { "application/json": { schema: { $ref }, examples: { a: { $ref } } } };
  const responses = { 400: { description: "No.", content }, 404: { $ref } };
  const paths = { "/a": { get: { operationId: "a", responses } }, "/b": { $ref } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: "Shop", version: "1" }, paths });
}
