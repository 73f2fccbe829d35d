import { configFiles, targetsOf } from "../commands/targets.js";
import type { Problem } from "../problem/problem.js";
import type { Target } from "../read/target.js";
import type { DocumentInput, Documents, ReadOptions } from "./documents.js";

/** What to read, or why there is nothing. */
export interface Asked {
  readonly targets: readonly Target[];
  readonly problems: readonly Problem[];
  /** The config, where there is one. */
  readonly files: readonly string[];
  /** Whether these are all the APIs of the config. */
  readonly areAll: boolean;
}

/** The documents with their settings. */
export function askedFor(documents: Documents, { overlays, id, evidence, docsUrl }: ReadOptions): Asked {
  const inputs = documents === undefined ? [] : isList(documents) ? documents : [documents];
  const areAll = documents === undefined;
  const none = { targets: [], problems: [], files: configFiles(), areAll };
  if (!areAll && inputs.length === 0) return none;
  const said = { ...(id !== undefined && { id }), ...(docsUrl !== undefined && { docsUrl }) };
  const config = targetsOf(inputs, { ...said, ...(evidence && { evidence }) });
  if ("problems" in config) return { ...none, problems: config.problems };
  return { ...none, targets: config.targets.map((target) => ({ ...target, ...(overlays && { overlays }) })) };
}

function isList(documents: DocumentInput | readonly DocumentInput[]): documents is readonly DocumentInput[] {
  return Array.isArray(documents);
}
