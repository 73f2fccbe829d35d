import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf } from "../page-files.ts";
import { main } from "./rows.mjs";
import { here, root } from "./tools.mjs";

const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
const document = readFileSync(join(root, "test/consumers/shop.yaml"), "utf8");
const strict = { target: "esnext", module: "nodenext", strict: true, types: [], noEmit: true };

/** What a package is called, and its folder. */
export const packageAt = (index) => `shop-${index}`;

/**
 * Writes a workspace of npm with as many packages, each with its document, and with the files that the manual shows for an
 * engine. `log` gets a line for each run of openapi-errors: the folder that it ran in.
 */
export function writeWorkspace(folder, { engine, packages, log }) {
  const names = Array.from({ length: packages }, (_, index) => packageAt(index));
  const files = { ...filesOf(engine), ...rootFiles(names) };
  for (const [index, name] of names.entries())
    for (const [path, text] of Object.entries(packageFiles(name, index))) files[`packages/${name}/${path}`] = text;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  installed(folder, engine, log);
}

/** Another version of openapi-errors, as an update of it would leave the lock file. */
export function updated(folder) {
  for (const path of ["package.json", "package-lock.json"].map((name) => join(folder, name)))
    writeFileSync(
      path,
      readFileSync(path, "utf8").replaceAll(`"${version}"`, '"99.0.0"').replace("sha512-0", "sha512-1"),
    );
}

function rootFiles(names) {
  const manifest = {
    name: "acme",
    private: true,
    packageManager: "npm@11.0.0",
    workspaces: ["packages/*"],
    devDependencies: { "openapi-errors": version },
  };
  const own = names.flatMap((name) => [
    [`packages/${name}`, { name: `@acme/${name}` }],
    [`node_modules/@acme/${name}`, { resolved: `packages/${name}`, link: true }],
  ]);
  const tool = { version, resolved: "https://registry.npmjs.org/openapi-errors.tgz", integrity: "sha512-0", dev: true };
  const lock = {
    name: "acme",
    lockfileVersion: 3,
    requires: true,
    packages: { "": manifest, ...Object.fromEntries(own), "node_modules/openapi-errors": tool },
  };
  return {
    "package.json": JSON.stringify(manifest, null, 2),
    "package-lock.json": JSON.stringify(lock, null, 2),
    ".gitignore": "node_modules/\n.turbo/\n.nx/\n",
  };
}

function packageFiles(name, index) {
  const { "package.json": manifest, ...files } = filesOf("monorepo");
  return {
    ...files,
    "package.json": JSON.stringify({ ...JSON.parse(manifest), name: `@acme/${name}` }, null, 2),
    "openapi.yaml": document.replace("title: Shop,", `title: Shop ${index},`),
    "tsconfig.json": JSON.stringify({ compilerOptions: { ...strict, rewriteRelativeImportExtensions: true } }),
    "src/main.ts": main(".ts"),
  };
}

/** What `npm install` would have put there: the engine, and the program of this repository. */
function installed(folder, engine, log) {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(join(here, "node_modules", engine), join(modules, engine));
  const built = join(root, "dist/cli.js");
  const source = `--import ${import.meta.resolve("tsx")} ${join(root, "generator/cli.ts")}`;
  const command = `exec ${process.execPath} ${existsSync(built) ? built : source} "$@"`;
  const program = join(modules, ".bin/openapi-errors");
  writeFileSync(program, `#!/bin/sh\npwd >> ${log}\n${command}\n`);
  chmodSync(program, 0o755);
}
