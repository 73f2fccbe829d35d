import { relative, resolve } from "node:path";
import { readConfig } from "../read/config.js";
import type { Revision } from "./revision.js";

/** An API that the redocly.yaml of a revision lists. */
export interface ApiThen {
  readonly name: string;
  /** Its document, as from the working folder. */
  readonly document: string;
}

/** The APIs that redocly.yaml lists in a revision, but those that it leaves out. */
export function apisThen(revision: Revision): ApiThen[] {
  const folder = revision.at(".");
  const config = readConfig(folder);
  if (!("apis" in config)) return [];
  return config.apis.flatMap(({ name, document, isLeftOut }) =>
    document === undefined || isLeftOut ? [] : [{ name, document: relative(folder, document) }],
  );
}

/** Those of them that are gone, neither by name nor by document here any more: one that is left out is still listed. */
export function goneOf(then: readonly ApiThen[]): ApiThen[] {
  const config = readConfig(process.cwd());
  const apis = "apis" in config ? config.apis : [];
  return then.filter(
    ({ name, document }) => !apis.some((api) => api.name === name || api.document === resolve(document)),
  );
}
