import type { Problem } from "../problem/problem.js";
import { documentUnnamed } from "../problem/reading.js";
import { problemsOfGiven } from "../read/config.js";
import { docsUrlOf } from "../read/docs-url.js";
import { beginningOf } from "../read/lines.js";
import type { Target } from "../read/target.js";
import { configFiles, targetsOf } from "../targets.js";
import type { DocumentInput, Documents, GenerateOptions } from "./options.js";

/** What to read, or why there is nothing. */
export interface Asked {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  /** The config, where there is one. */
  readonly files: readonly string[];
  /** Whether these are all the APIs of the config. */
  readonly areAll: boolean;
}

/** The documents with their settings, unless an option is none. */
export function askedFor(documents: Documents, { overlays, ...given }: GenerateOptions): Asked {
  const inputs = documents === undefined ? [] : isList(documents) ? documents : [documents];
  const areAll = documents === undefined;
  const none = { targets: [], problems: [], files: configFiles(), areAll };
  const { id, root, evidence, docsUrl, output, emit, language, importExtension } = given;
  const problems = problemsOfGiven({ id, root, evidence, docsUrl, output, emit, language, importExtension });
  if (problems.length > 0) return { ...none, problems };
  if (!areAll && inputs.length === 0) return none;
  if (!inputs.every(isDocument))
    return { ...none, problems: [{ ...documentUnnamed(), position: beginningOf("documents") }] };
  const url = docsUrlOf(docsUrl ?? "");
  const said = { ...(id !== undefined && { id }), ...(url !== undefined && { docsUrl: url }) };
  const config = targetsOf(inputs, { ...said, ...(evidence && { evidence }) });
  if ("problems" in config) return { ...none, problems: config.problems };
  return { ...none, targets: config.targets.map((target) => ({ ...target, ...(overlays && { overlays }) })) };
}

function isDocument(input: unknown): boolean {
  if (typeof input === "string") return true;
  const { path, text } = Object(input) as { readonly path?: unknown; readonly text?: unknown };
  return typeof path === "string" && typeof text === "string";
}

function isList(documents: DocumentInput | readonly DocumentInput[]): documents is readonly DocumentInput[] {
  return Array.isArray(documents);
}
