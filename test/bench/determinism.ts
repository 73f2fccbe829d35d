import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { emitterNames } from "../../generator/render/emitters.js";
import { shuffleKeys } from "../support/shuffled-keys.js";
import { pairwise, type Row } from "./pairwise.js";
import { keepResult } from "./results.js";

/**
 * Generates the five contracts however they are written and wherever that is done, and prints how many outputs differ.
 * The docs show a document as its author ordered it, so theirs are of the document with its keys as they are.
 * Run: npm run bench:determinism [combinations; default: so many that any two values stand together in one]
 */
const axes = {
  keys: [undefined, 1, 2],
  form: ["yaml", "json"],
  ends: ["LF", "CRLF"],
  zone: ["UTC", "Pacific/Kiritimati", "America/St_Johns"],
  language: ["C", "tr_TR.UTF-8", "ja_JP.UTF-8"],
  folder: ["of the documents", "elsewhere"],
  temporary: ["usual", "another"],
  node: ["20", "22", "24", "26"],
} as const;

const project = fileURLToPath(new URL("../../", import.meta.url));
const program = join(project, "dist/cli.js");
const specs = readdirSync(join(project, "spec")).sort();
const root = mkdtempSync(join(tmpdir(), "openapi-errors-determinism-"));
const all = pairwise({ ...axes, node: axes.node.filter(isThere) });
const rows = all.slice(0, Number(process.argv[2] ?? all.length));
const codeHashes = new Map<string, string[]>();
const docsHashes = new Map<string, string[]>();
try {
  const waiting = [...rows.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await generateAs(...next);
  };
  await Promise.all([worker(), worker()]);
} finally {
  rmSync(root, { recursive: true });
}
for (const hashes of [codeHashes, docsHashes])
  if (hashes.size > 1) for (const [hash, those] of hashes) console.log(`${hash.slice(0, 12)}: ${those.join("; ")}`);
console.log(
  `${rows.length} of ${all.length} combinations; distinct hashes: ${codeHashes.size} of code, ${docsHashes.size} of docs`,
);
const isWrong = codeHashes.size !== 1 || docsHashes.size !== 1;
keepResult("determinism", {
  tried: `${rows.length} combinations, Node ${Object.values(axes.node).filter(isThere).join(", ")}`,
  found: { "distinct hashes of code": codeHashes.size, "distinct hashes of docs": docsHashes.size },
  isGood: !isWrong,
});
process.exitCode = isWrong ? 1 : 0;

function isThere(major: string): boolean {
  if (existsSync(nodeOf(major))) return true;
  console.log(`not tried: Node ${major}, which could not be installed for this machine`);
  return false;
}

function nodeOf(major: string): string {
  return fileURLToPath(new URL(`nodes/node_modules/node-${major}/bin/node`, import.meta.url));
}

async function generateAs(index: number, row: Row<typeof axes>): Promise<void> {
  const folder = join(root, String(index));
  for (const name of ["documents", "as-ordered", "elsewhere", "temporary"])
    mkdirSync(join(folder, name), { recursive: true });
  for (const spec of specs) {
    const text = readFileSync(join(project, "spec", spec), "utf8");
    const name = basename(spec, ".yaml");
    writeFileSync(join(folder, "documents", `${name}.${row.form}`), writtenAs(text, row));
    writeFileSync(join(folder, "as-ordered", `${name}.${row.form}`), writtenAs(text, { ...row, keys: undefined }));
  }
  const cwd = join(folder, row.folder === "elsewhere" ? "elsewhere" : "documents");
  const documents = specs.map((spec) => join(folder, "documents", `${basename(spec, ".yaml")}.${row.form}`));
  const emit = emitterNames.filter((name) => name !== "docs").join();
  const said = `${JSON.stringify(row)}`;
  const add = (hashes: Map<string, string[]>, hash: string) => hashes.set(hash, [...(hashes.get(hash) ?? []), said]);
  await run(["generate", ...documents, "--emit", emit, "-o", join(folder, "code")], cwd, folder, row);
  add(codeHashes, hashOf(join(folder, "code")));
  const [ordered] = documents.map((path) => path.replace("/documents/", "/as-ordered/")).slice(-2);
  await run(["generate", ordered!, "--emit", "docs", "-o", join(folder, "pages")], cwd, folder, row);
  add(docsHashes, hashOf(join(folder, "pages")));
  rmSync(folder, { recursive: true });
}

function writtenAs(text: string, { keys, form, ends }: Row<typeof axes>): string {
  const shuffled = keys === undefined ? text : shuffleKeys(text, keys);
  const written = form === "yaml" ? shuffled : JSON.stringify(parse(shuffled), null, 2);
  return ends === "LF" ? written : `\uFEFF${written.replaceAll("\n", "\r\n")}`;
}

async function run(args: readonly string[], cwd: string, folder: string, row: Row<typeof axes>): Promise<void> {
  const { zone: TZ, language: LANG, temporary } = row;
  const TMPDIR = temporary === "usual" ? tmpdir() : join(folder, "temporary");
  const env = { ...process.env, TZ, LANG, LC_ALL: LANG, TMPDIR, NODE_EXTRA_CA_CERTS: undefined };
  const child = spawn(nodeOf(row.node), [program, ...args], { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const status = await new Promise((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`${JSON.stringify(row)} ended with ${status}: ${said}`);
}

/** Of the names of all files and of what is in them, the hidden list of them included. */
function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(`${path.slice(folder.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  return hash.digest("hex");
}
