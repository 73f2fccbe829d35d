import { join, relative } from "node:path";
import { shellWord } from "../../problem/shell.js";
import { neededExtension } from "../../read/needed-extension.js";
import type { Apis } from "./apis.js";
import { from } from "./config.js";
import { managerOf } from "./manager.js";
import { dependsOn, type PackageFile, readPackage } from "./package-file.js";
import type { Place } from "./place.js";

/** What to type next: the commands, then code that uses what they make. */
export function nextOf(
  place: Place,
  { id, output }: Pick<Apis, "id" | "output">,
  python: boolean,
  version: string,
): string[] {
  const { home, folder, packageFile } = place;
  const { add, program } = managerOf(place, version);
  const away = relative(process.cwd(), home);
  const packages = [packageFile, readPackage(home, home)].filter((file) => file !== undefined);
  const isMissing = packages.length > 0 && !packages.some(needsUs);
  const ending = { js: "/index.js", ts: "/index.ts", none: "/index" }[neededExtension(output)?.extension ?? "js"];
  const module = `./${from(folder, join(output, id))}${ending}`;
  const pythonPackage = from(folder, output).replaceAll("/", ".");
  return [
    ...(away === "" ? [] : [`cd ${shellWord(away)}`]),
    ...(isMissing ? [`${add} openapi-errors`] : []),
    `${program} generate`,
    "",
    `import { errorFrom } from ${JSON.stringify(module)};`,
    "if (!response.ok) throw await errorFrom(response); // an error by its code, typed",
    ...(python ? ["", `from ${pythonPackage}.${id}.errors import parse_error`] : []),
  ];
}

function needsUs(file: PackageFile): boolean {
  return "value" in file && dependsOn(file.value, "openapi-errors");
}
