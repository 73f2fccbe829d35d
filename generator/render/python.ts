import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Contract } from "../model/contract.js";
import { packageFolder } from "../package/folder.js";
import { pythonView } from "../view/python/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

const folder = new URL("generator/runtime/python/", packageFolder);
const banner = "# Copied by openapi-errors from its runtime. Do not edit.\n";

/** An API's package, the package around it (which may be the user's own), and the runtime beside it. */
export function renderPython(contract: Contract): GeneratedFile[] {
  const view = pythonView(contract);
  return [
    { path: "__init__.py", text: renderTemplate("python/root", {}), yields: true },
    { path: `${contract.id}/__init__.py`, text: renderTemplate("python/package", view) },
    { path: `${contract.id}/errors.py`, text: renderTemplate("python/errors", view) },
    ...renderRuntime(),
  ];
}

function renderRuntime(): GeneratedFile[] {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".py"));
  return names.sort().map((name) => ({
    path: `runtime/${name}`,
    text: `${banner}${readFileSync(new URL(name, folder), "utf8")}`,
  }));
}
