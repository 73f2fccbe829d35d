import type { Problem } from "./problem/problem.js";
import { flagDiffers, settingsDiffer } from "./problem/reading.js";
import type { OpenedFile } from "./read/file.js";
import { type ImportExtension, neededExtension } from "./read/needed-extension.js";
import type { Language, Target } from "./read/target.js";
import { tsconfigsFor } from "./read/tsconfig.js";

/** How code in one folder is written: its APIs share their runtime. */
export interface Dialect {
  readonly folder: string;
  readonly language: Language;
  readonly importExtension: ImportExtension;
  /** Why files name each other so, where nobody said it: `tsconfig.json (moduleResolution bundler)`. */
  readonly because: string | undefined;
  /** Whether it was looked up how they need to be named. */
  readonly isFound: boolean;
  /** The files that say it, and those that would if they were there; undefined where more than these do. */
  readonly foundBy?: readonly OpenedFile[] | undefined;
}

type Asked = Pick<Target, "language" | "importExtension">;

/** What was asked for, else what the APIs of the folder say, else what its tsconfig.json needs. */
export function dialectOf(folder: string, targets: readonly Target[], asked: Asked): Dialect {
  const said = <Name extends keyof Asked>(name: Name): Asked[Name] =>
    asked[name] ?? sayings(targets, name).find((saying) => saying !== undefined);
  const language = said("language") ?? "ts";
  const importExtension = said("importExtension");
  if (importExtension) return { folder, language, importExtension, because: undefined, isFound: false };
  return { folder, language, ...foundExtension(folder), isFound: true };
}

/** How files of a folder have to name each other, where nobody said it. */
export function foundExtension(folder: string): Pick<Dialect, "importExtension" | "because" | "foundBy"> {
  // First: what changes after that is seen to be another one.
  const foundBy = tsconfigsFor(folder);
  const needed = neededExtension(folder);
  return { importExtension: needed?.extension ?? "js", because: needed?.because, foundBy };
}

/** What the APIs of a folder say, then what the config says of it by APIs that were not named. */
function sayings<Name extends keyof Asked>(targets: readonly Target[], name: Name): Asked[Name][] {
  return [...targets.map((api) => api[name]), ...targets.map(({ folderSays }) => folderSays?.[name])];
}

/** APIs of one folder that want it otherwise than the first that says it, or than the config has it for their folder. */
export function dialectProblems(folder: string, targets: readonly Target[], asked: Asked): Problem[] {
  return (["language", "importExtension"] as const).flatMap((name) => {
    const [first, ...others] = targets.filter((target) => target[name] !== undefined);
    if (asked[name] !== undefined) return askedOtherwise(name, asked[name], folder, targets);
    if (!first) return [];
    const differs = (target: Target, other: string | undefined): Problem[] => {
      const position = target.places?.[name];
      const finding = settingsDiffer(name, target[name] ?? "", other ?? "");
      return position && other !== undefined && other !== target[name] ? [{ ...finding, position }] : [];
    };
    const ofOthers = others.flatMap((other) => differs(other, first[name]));
    return ofOthers.length > 0 ? ofOthers : differs(first, first.folderSays?.[name]);
  });
}

/** An API of the folder that nobody named stays as it is: the runtime that it stands on can't be written otherwise. */
function askedOtherwise(name: keyof Asked, asked: string, folder: string, targets: readonly Target[]): Problem[] {
  const named = new Set(targets.map((target) => target.name));
  const [other] = (targets[0]?.listed ?? []).filter((api) => !named.has(api.name) && api.output === folder);
  if (!other) return [];
  const written = dialectOf(folder, targets, {})[name];
  return written === asked ? [] : [{ ...flagDiffers(name, asked, written), position: other.position }];
}
