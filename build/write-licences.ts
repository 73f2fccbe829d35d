import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

/** Writes down the licences of all packages of which something is in the program. */
export function writeLicences(file: string, bundles: readonly Metafile[]): void {
  const used = bundles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  );
  const paths = [...new Set(used)].sort();
  const folders = [...new Set(paths.flatMap(packageOf))].sort();
  writeFileSync(
    file,
    folders
      .map((folder) => notice(folder) + innerNotices(paths.filter((path) => packageOf(path).includes(folder))))
      .join(`\n${"-".repeat(80)}\n\n`),
  );
}

/** The folder of the package that a file belongs to; none for a file of this project. */
function packageOf(path: string): string[] {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.slice(0, 1) ?? [];
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(folder, file), "utf8");
  return `${name} ${version}\n\n${text}`;
}

/** What files say of what was bundled into them before: in Redoc's, packages with licences and authors of their own. */
function innerNotices(paths: readonly string[]): string {
  const comments = paths.flatMap((path) => readFileSync(path, "utf8").match(/\/\*(?:[^*]|\*(?!\/))*\*\//g) ?? []);
  const notices = comments.filter((text) => /^\/\*\*?!|@licen[cs]e/.test(text) && /licen[cs]e|copyright/i.test(text));
  return [...new Set(notices)].map((text) => `\nIn its files:\n\n${text}\n`).join("");
}
