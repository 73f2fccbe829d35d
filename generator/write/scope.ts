import { apiOf, type Entry, gone, type Manifest } from "./manifest.js";

/** What a run knows of an API whose files it makes. */
export interface ApiScope {
  /** The emitters that run. */
  readonly emitters: ReadonlySet<string>;
  /** Whether the config lists them: what others once made is made no more. */
  readonly isWhole: boolean;
  readonly identity: string;
}

/** What a run may remove in a folder: the files of what it would have made, had it still to be made. */
export interface Scope {
  readonly apis: ReadonlyMap<string, ApiScope>;
  /** Whether these are all APIs of the folder: it runs as the config says, for all that the config lists. */
  readonly isAll: boolean;
  /** Whether `--emit` asks for a part: that says nothing of APIs and emitters that do not run. */
  readonly isPart: boolean;
  /** What is neither made nor removed. */
  readonly kept?: ReadonlySet<string>;
}

/** Of what was written before, what this run says is not made any more. */
export function outdated(before: Manifest, made: ReadonlySet<string>, scope: Scope): Entry[] {
  const others = [...before.entries.values()].filter(({ path }) => !made.has(path) && !scope.kept?.has(path));
  const ofApis = others.filter((entry) => isOutdated(entry, before, scope));
  const left = new Set(ofApis.map(({ path }) => path));
  // What APIs share is made for as long as there is one that needs it.
  const needed = new Set(
    [...before.entries.values()].filter(({ path }) => !left.has(path) && apiOf(path) !== undefined).map(({ by }) => by),
  );
  const run = new Set([...scope.apis.values()].flatMap(({ emitters }) => [...emitters]));
  const shared = others.filter(({ path, by }) => apiOf(path) === undefined && (run.has(by) || !needed.has(by)));
  return [...ofApis, ...shared];
}

function isOutdated({ path, by }: Entry, before: Manifest, { apis, isAll, isPart }: Scope): boolean {
  const id = apiOf(path);
  if (id === undefined) return false;
  const api = apis.get(id);
  if (api) return api.emitters.has(by) || (api.isWhole && !isPart);
  return !isPart && (isAll || before.apis.get(id) === gone || isRenamed(id, before, apis));
}

/** An API that nobody asked for, and a new one that is like it in all but its name. */
function isRenamed(id: string, before: Manifest, apis: Scope["apis"]): boolean {
  const identity = before.apis.get(id);
  return [...apis].some(([other, api]) => api.identity === identity && !before.apis.has(other));
}
