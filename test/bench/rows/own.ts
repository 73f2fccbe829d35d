import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emitterNames } from "../../../generator/render/emitters.js";
import { spawnArguments } from "../../support/cli.js";
import type { Program } from "./processes.js";

export const project = fileURLToPath(new URL("../../../", import.meta.url));

/** Our command line as a program. */
export function own(args: readonly string[], more: Omit<Program, "args"> = {}): Program {
  return { args: spawnArguments(args).slice(1), ...more };
}

/** `errors` and `server` import types.ts, and bring it along. */
const bringTypes = ["types", "errors", "server"];
const allButDocs = emitterNames.filter((name) => name !== "docs");
export const emit = {
  withoutTypes: allButDocs.filter((name) => !bringTypes.includes(name)).join(),
  withTypes: allButDocs.join(),
} as const;

/** The documents of the project. */
export const specs = ["tenantcore", "inbox", "mailshield", "themes", "momail"] as const;

export function specOf(name: (typeof specs)[number]): string {
  return join(project, "spec", `${name}.yaml`);
}

/** Puts the project's documents with their config into a folder. */
export function copySpecs(folder: string): void {
  for (const name of ["spec", "redocly.yaml"]) cpSync(join(project, name), join(folder, name), { recursive: true });
}

/** What errors.json holds that rows ask about. */
export interface Written {
  readonly errors: readonly { readonly code: string }[];
  readonly operations: readonly {
    readonly id: string;
    readonly path: string;
    readonly responses: readonly unknown[];
  }[];
}

export function writtenContract(folder: string): Written {
  return JSON.parse(readFileSync(join(folder, "errors.json"), "utf8")) as Written;
}
