import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { GeneratedFile } from "./generated-file.js";

// From the built program too: what is copied is the source.
const folder = new URL("../../generator/runtime/", import.meta.url);
const banner = "// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.\n";

/** The runtime that generated code stands on, as it is. */
export function renderRuntime(): GeneratedFile[] {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".ts"));
  return names.sort().map((name) => ({
    path: `runtime/${name}`,
    text: `${banner}${readFileSync(new URL(name, folder), "utf8")}`,
  }));
}
