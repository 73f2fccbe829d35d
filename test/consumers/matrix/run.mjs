import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf } from "../page-files.ts";
import { monorepoRow } from "./monorepo.mjs";
import { nextRow } from "./next.mjs";
import { expected, main, rows } from "./rows.mjs";
import { here, root, run } from "./tools.mjs";

// Builds and runs generated code with the compilers, bundlers and frameworks of those who use it, and prints a table.
// Run: npm run consumers:matrix [-- a part of a row's name]
const [asked = ""] = process.argv.slice(2);
const folder = join(here, "out");
rmSync(folder, { recursive: true, force: true });
const failures = [];

console.log("| built with | builds, and parses an error |\n|---|---|");
for (const [index, row] of rows.entries()) {
  if (!row.name.includes(asked)) continue;
  const own = join(folder, `row-${index}`);
  write(own, { ...row.files, ...(row.page && filesOf(row.page)), [row.main ?? "src/main.ts"]: main(row.ending) });
  for (const [from, to] of Object.entries(row.copied ?? {})) cpSync(join(here, from), join(own, to));
  report(row.name, await steps(row, own));
}
if ("Next.js".includes(asked) || asked.startsWith("Next"))
  report("Next.js 16", await nextRow(join(folder, "next"), write, generate));
for (const engine of ["Turborepo", "Nx"])
  if (engine.includes(asked)) report(`${engine}: three packages, cached`, await monorepoRow(engine));
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

/** What went wrong, and nothing where it printed what it should. */
async function steps({ flags = [], commands, files }, own) {
  const generated = await generate(own, flags);
  if (generated.status !== 0) return generated.output;
  const missing = commands.find(([program]) => program === undefined);
  if (missing) return "this Node is not here: npm ci --prefix test/bench/nodes";
  let last = { output: "" };
  for (const command of commands) {
    last = await run(command, own, { NO_COLOR: "1", NODE_OPTIONS: "" });
    if (last.status !== 0) return `${command.join(" ")} ended with ${last.status}:\n${last.output}`;
  }
  return last.output.includes(expected) ? undefined : `it printed\n${last.output}${Object.keys(files).join()}`;
}

/** The tsconfig.json of the row says how the files are to name each other, unless flags do. */
function generate(own, flags) {
  const cli = ["--import", "tsx", "generator/cli.ts", "generate", "test/consumers/shop.yaml"];
  return run([process.execPath, ...cli, "--output", join(own, "src/errors"), "--emit", "errors", ...flags], root);
}

function write(own, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), text);
  }
}

function report(name, failure) {
  console.log(`| ${name} | ${failure === undefined ? "yes" : "**no**"} |`);
  if (failure !== undefined) failures.push(`${name}: ${failure}`);
}
