import { relative, resolve } from "node:path";
import { readConfig } from "../read/config.js";
import type { Revision } from "./revision.js";

/** An API that a revision's redocly.yaml lists. */
export interface GoneApi {
  readonly name: string;
  /** Its document, as from the working folder. */
  readonly document: string;
}

/** The APIs that redocly.yaml lists in a revision, and here no more: neither by name nor by document. */
export function goneApis(revision: Revision): GoneApi[] {
  const folder = revision.at(".");
  const [before, now] = [readConfig(folder), readConfig(process.cwd())];
  if (!("apis" in before)) return [];
  const here = "apis" in now ? now.apis : [];
  const names = new Set(here.map(({ name }) => name));
  const documents = new Set(here.flatMap(({ document }) => document ?? []));
  return before.apis.flatMap(({ name, document, isLeftOut }) => {
    if (document === undefined || isLeftOut || names.has(name)) return [];
    const path = relative(folder, document);
    return documents.has(resolve(path)) ? [] : [{ name, document: path }];
  });
}
