import { join } from "node:path";
import type { Problem } from "../../problem/problem.js";
import { packageMalformed } from "../../problem/reading.js";
import { shownPath } from "../../read/file.js";
import { linesOf, positionIn } from "../../read/lines.js";
import { isObject, type JsonObject } from "../../read/source.js";
import { jsonBreaksAt } from "./edit-json.js";
import { type Present, presentAt } from "./present.js";

/** A package.json, or what is wrong with it. */
export type PackageFile =
  | { readonly file: Extract<Present, { kind: "file" }>; readonly value: JsonObject }
  | { readonly problem: Problem };

/** Undefined where there is none. */
export function readPackage(folder: string, boundary: string): PackageFile | undefined {
  const path = join(folder, "package.json");
  const file = presentAt(path, boundary);
  if (file.kind === "absent") return undefined;
  if (file.kind === "refused") return { problem: file.problem };
  const value = parsed(file.text);
  if (isObject(value)) return { file, value };
  const at = value === undefined ? jsonBreaksAt(file.text) : 0;
  const position = positionIn(shownPath(path), file.text, linesOf(file.text), at);
  return { problem: { ...packageMalformed(shownPath(path)), position } };
}

/** Whether the package says that it needs another one. */
export function dependsOn(value: JsonObject, name: string): boolean {
  return ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].some((list) => {
    const packages = value[list];
    return isObject(packages) && Object.hasOwn(packages, name);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
