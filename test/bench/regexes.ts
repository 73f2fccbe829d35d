import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { runPython } from "../python/run-python.js";
import { keepResult } from "./results.js";

/**
 * Lists every regular expression of the generator, of both runtimes and of the pages, and what recheck proves of each:
 * superlinear ones would let a document or an answer take any time. Run: npm run bench:regexes
 */
interface Verdict {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly summary: string };
  readonly attack?: { readonly pattern: string };
}
type Check = (source: string, flags: string, options: { readonly timeout: number }) => Verdict;

const { checkSync } = createRequire(import.meta.url)("recheck") as { checkSync: Check };
const project = fileURLToPath(new URL("../../", import.meta.url));
const timeout = 30_000;

const places = new Map<string, string[]>();
for (const path of filesOf(["generator", "templates"], /\.[jt]s$/)) {
  const file = ts.createSourceFile(path, readFileSync(join(project, path), "utf8"), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      places.set(node.text, [...(places.get(node.text) ?? []), `${path}:${line + 1}`]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}
const program = `
import json, pathlib, re, sys
compile = re.compile
def told(pattern, flags=0):
    compiled = compile(pattern, flags)
    frame = sys._getframe(1)
    if "runtime/python" in frame.f_code.co_filename:
        path = pathlib.Path(frame.f_code.co_filename)
        text = path.read_text()
        name = re.match(r"\\w*", text.split("\\n")[frame.f_lineno - 1]).group()
        anchored = not re.search(name + r"\\.(?:search|sub|split|find)", text)
        print(json.dumps([f"{path.name}:{frame.f_lineno}", compiled.pattern, compiled.flags, anchored]))
    return compiled
re.compile = told
import importlib, pkgutil, generator.runtime.python as runtime
for module in pkgutil.iter_modules(runtime.__path__):
    importlib.import_module("generator.runtime.python." + module.name)
`;
const { stdout, stderr } = await runPython(["-c", program], { cwd: project });
if (stderr !== "") throw new Error(stderr);
for (const line of stdout.split("\n").filter(Boolean)) {
  const [place, pattern, flags, anchored] = JSON.parse(line) as [string, string, number, boolean];
  const key = `/${anchored ? "^" : ""}(?:${inJavaScript(pattern)})/${flags & 2 ? "i" : ""}${flags & 16 ? "s" : ""}`;
  places.set(key, [...(places.get(key) ?? []), place]);
}

let superlinear = 0;
for (const [regex, where] of places) {
  const [, source = "", flags = ""] = /^\/(.*)\/(\w*)$/s.exec(regex) ?? [];
  const { status, complexity, attack } = checkSync(source, flags, { timeout });
  if (status === "safe") continue;
  superlinear += 1;
  console.log(
    `${where.join(" ")}: ${regex}\n    ${complexity?.summary ?? status} ${attack?.pattern.slice(0, 200) ?? ""}`,
  );
}
console.log(`${places.size} regular expressions, ${superlinear} superlinear`);
keepResult("regexes", {
  tried: `${places.size} regular expressions`,
  found: { superlinear },
  isGood: superlinear === 0,
});
process.exitCode = superlinear > 0 ? 1 : 0;

function filesOf(folders: readonly string[], name: RegExp): string[] {
  const all = folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  );
  return all.filter((path) => name.test(path)).sort();
}

/** What Python writes in another way; where nothing is given back, it is judged as if it were. */
function inJavaScript(pattern: string): string {
  const plain = pattern
    .replaceAll("(?P<", "(?<")
    .replaceAll("\\Z", "$")
    .replaceAll("/", "\\/")
    .replace(/([*+?}])\+/g, "$1");
  return plain.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
