import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Config, configName, readConfig, targetsIn } from "../read/config.js";
import { pathOf, rootFolderOf } from "../read/file.js";
import type { Target } from "../read/target.js";
import type { Revision } from "./revision.js";

/**
 * An API as it was in a revision, its paths in the folder of that: where redocly.yaml lists it there, by its name or its
 * document, with the document and the settings of then, or codes would come and go unseen with an overlay. What the command
 * line says wins. Undefined where the revision does not have it. `called`: what redocly.yaml may have called it.
 */
export function targetThen(
  revision: Revision,
  target: Target,
  root?: string,
  called = target.name,
): Target | undefined {
  const config = configThen(revision);
  const listed = config && listedThen(config, called, pathThen(revision, target.document));
  const document = listed?.document ?? pathThen(revision, target.document);
  if (document === undefined) return undefined;
  // What marks the root of the project there is what marks it here, `.git` among it.
  const rootThen = revision.at(root ?? target.root ?? rootFolderOf(resolve(target.document)));
  // A text in memory is what is here now.
  const { text: _, asked = {}, ...today } = target;
  if (!listed) return { ...today, document, root: rootThen, overlays: overlaysThen(revision, today.overlays) };
  const overlays = asked.overlays ? overlaysThen(revision, asked.overlays) : listed.overlays;
  return { ...listed, ...asked, overlays, root: root === undefined ? (listed.root ?? rootThen) : rootThen };
}

/** The redocly.yaml of a revision. */
export function configThen(revision: Revision): Config | undefined {
  const path = pathThen(revision, resolve(configName));
  const config = path === undefined ? undefined : readConfig(dirname(path));
  return config && "apis" in config ? config : undefined;
}

/** Where a file of today stood then: at its path, else at one that it had before. */
export function pathThen({ at, formerly }: Revision, path: string): string | undefined {
  const same = at(path);
  return existsSync(same)
    ? same
    : formerly(path)
        .map(at)
        .find((former) => existsSync(former));
}

/** One whose settings are wrong by the rules of today has those of today. */
function listedThen(config: Config, called: string | undefined, path: string | undefined): Target | undefined {
  const apis = config.apis.filter(({ document }) => document !== undefined && existsSync(document));
  const api = apis.find(({ name }) => name === called) ?? apis.find(({ document }) => document === path);
  const found = api && targetsIn(config, [api]);
  return found && "targets" in found ? found.targets[0] : undefined;
}

/** An overlay that the revision does not have was not applied there. */
function overlaysThen(revision: Revision, overlays: Target["overlays"]): string[] | undefined {
  return overlays?.flatMap((overlay) => pathThen(revision, pathOf(overlay)) ?? []);
}
