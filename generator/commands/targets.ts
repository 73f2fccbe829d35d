import { resolve } from "node:path";
import { evidences } from "../model/evidence/listed-codes.js";
import { type ConfigResult, configName, readConfig, type Target } from "../read/config.js";
import { emitterNames } from "../render/emitters.js";

/** What a command line says of all its documents. */
export interface TargetFlags {
  readonly evidence?: readonly string[];
  readonly overlay?: readonly string[];
  readonly docsUrl?: string;
}

/** The documents that were named, else the `apis` of the config; what was asked for wins over what the config says. */
export function targetsOf(documents: readonly string[], flags: TargetFlags): ConfigResult {
  const config = documents.length === 0 ? readConfig(process.cwd(), emitterNames, evidences) : named(documents);
  if ("problems" in config) return config;
  const { evidence, overlay, docsUrl } = flags;
  const asked: Partial<Target> = {
    ...(evidence && { evidence }),
    ...(overlay && { overlays: overlay }),
    ...(docsUrl !== undefined && { docsUrl }),
  };
  return { targets: config.targets.map((target) => ({ ...target, ...asked })) };
}

/** The config, where it is what says which documents there are. */
export function configFiles(documents: readonly string[]): string[] {
  return documents.length === 0 ? [resolve(configName)] : [];
}

function named(documents: readonly string[]): { readonly targets: readonly Target[] } {
  const unsaid = { output: undefined, emit: undefined, docsUrl: undefined };
  return { targets: documents.map((document) => ({ document, ...unsaid })) };
}
