import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packageFolder } from "../package/folder.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

// From the built program too: what is copied is the source.
const folder = new URL("generator/runtime/", packageFolder);

/** The runtime that generated code stands on, as it is. */
export function renderRuntime(): GeneratedFile[] {
  const banner = renderTemplate("typescript/copied", {});
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".ts"));
  return names.sort().map((name) => ({
    path: `runtime/${name}`,
    text: `${banner}\n${readFileSync(new URL(name, folder), "utf8")}`,
  }));
}
