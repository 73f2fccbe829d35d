import { relative, resolve } from "node:path";
import { readConfig } from "../read/config.js";
import type { Target } from "../read/target.js";
import type { Revision } from "./revision.js";
import { configThen, pathThen, targetThen } from "./target-then.js";

/**
 * The APIs that redocly.yaml lists in a revision, as they were there, and that are gone: neither by name nor by document
 * are they here any more. One that is left out, there or here, is none of them.
 */
export function goneApis(revision: Revision, root?: string): Target[] {
  const config = readConfig(process.cwd());
  const here = "apis" in config ? config.apis : [];
  const kept = here.flatMap(({ document }) => (document === undefined ? [] : pathThen(revision, document)));
  return (configThen(revision)?.apis ?? []).flatMap(({ name, document, isLeftOut }) => {
    if (document === undefined || isLeftOut) return [];
    if (kept.includes(document) || here.some((api) => api.name === name)) return [];
    const path = resolve(relative(revision.at("."), document));
    return [targetThen(revision, { name, document: path }, root) ?? { name, document }];
  });
}
