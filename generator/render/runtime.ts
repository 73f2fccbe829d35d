import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../package/folder.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

// From the built program too: what is copied is the source.
const folder = new URL("generator/runtime/", packageFolder);

/** What the codes stand on: types of what is said about them, and nothing that parses. */
const ofCodes: ReadonlySet<string> = new Set(["category.ts", "info.ts"]);

export function renderRuntimeOfCodes(): GeneratedFile[] {
  return copied((name) => ofCodes.has(name));
}

/** What the errors stand on beside that. */
export function renderRuntimeOfErrors(): GeneratedFile[] {
  return copied((name) => !ofCodes.has(name));
}

/** Files of the runtime as they are. */
function copied(isDue: (name: string) => boolean): GeneratedFile[] {
  const banner = renderTemplate("typescript/copied", {});
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".ts") && isDue(name));
  return names.sort().map((name) => ({
    path: `runtime/${name}`,
    text: `${banner}\n${readFileSync(new URL(name, folder), "utf8")}`,
  }));
}
