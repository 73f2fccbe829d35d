import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { slugOf } from "../../model/document/settings.js";
import { readText } from "../../read/file.js";
import { freeId, reservedIds } from "../../read/reserved-ids.js";
import type { Ci } from "./ci-kinds.js";
import { documentsIn } from "./documents-in.js";
import type { Place } from "./place.js";

/** All that `init` asks, by flags or on a terminal. Paths as they were typed: from the working folder, or in the named one. */
export interface Answers {
  /** The document of others to start from; else a first one is written. */
  readonly from: string | undefined;
  /** What the API is called; undefined: as its document says. */
  readonly id: string | undefined;
  readonly output: string;
  readonly python: boolean;
  readonly ci: Ci;
}

export interface InitFlags {
  readonly from?: string;
  readonly id?: string;
  readonly output?: string;
  readonly python?: boolean;
  readonly ci?: Ci;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** What was asked for, and for all else what most would say. */
export function defaultsOf(place: Place, flags: InitFlags): Answers {
  const [there, ...others] = documentsIn(place.folder);
  // Of several, nobody knows which is meant.
  const from = flags.from ?? (others.length === 0 ? there : undefined);
  return {
    from,
    id: flags.id ?? (from === undefined ? idFor(place) : undefined),
    // Where compilers look, if the sources have a folder of their own.
    output: flags.output ?? (existsSync(join(place.folder, "src")) ? "src/generated" : "generated"),
    python: flags.python ?? false,
    ci: flags.ci ?? ciOf(place),
  };
}

/** After the package, without its scope; else after the folder. */
export function idFor({ folder, packageFile }: Place): string {
  const name = packageFile && "value" in packageFile ? packageFile.value.name : undefined;
  const said = typeof name === "string" ? name.slice(name.lastIndexOf("/") + 1) : "";
  const slug = slugOf(said || basename(folder));
  return reservedIds.has(slug) ? freeId(slug) : slug;
}

/** What the repository uses already, else what its remote is; GitHub where nothing tells. */
function ciOf({ repository }: Place): Ci {
  const has = (name: string) => existsSync(join(repository, name));
  if (has(".github")) return "github";
  if (has(".gitlab-ci.yml")) return "gitlab";
  if (has(".pre-commit-config.yaml")) return "pre-commit";
  const config = readText(join(repository, ".git", "config"));
  return "text" in config && /\burl = \S*gitlab/.test(config.text) ? "gitlab" : "github";
}
