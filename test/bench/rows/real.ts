import { existsSync } from "node:fs";
import { join } from "node:path";
import { specOf } from "./own.js";
import { notInstalled, packageFolder } from "./peers.js";
import type { NotRun, Setting } from "./row.js";

/** Documents of others: one that a package brings, and where the others are in the folder that is named. */
const places = {
  github: { package: "@octokit/openapi", path: "generated/api.github.com.json" },
  stripe: { path: "stripe/openapi/spec3.yaml" },
  digitalocean: { path: "digitalocean/specification/DigitalOcean-public.v2.yaml" },
} as const;

export type RealDocument = keyof typeof places;

/** Where a document is. A short run has a small one stand in for it. */
export function realDocument(name: RealDocument, { isShort, documents }: Setting): string | NotRun {
  if (isShort) return specOf("inbox");
  const place = places[name];
  const root = "package" in place ? packageFolder(place.package) : documents;
  if (root === undefined && "package" in place) return notInstalled(place.package);
  const path = root === undefined ? undefined : join(root, place.path);
  if (path !== undefined && existsSync(path)) return path;
  return { notRun: `pass --documents <folder>, with ${place.path} in it` };
}
