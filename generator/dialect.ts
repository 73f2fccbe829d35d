import type { Problem } from "./problem/problem.js";
import { settingsDiffer } from "./problem/reading.js";
import { type ImportExtension, neededExtension } from "./read/needed-extension.js";
import type { Language, Target } from "./read/target.js";

/** How code in one folder is written: its APIs share their runtime. */
export interface Dialect {
  readonly language: Language;
  readonly importExtension: ImportExtension;
  /** Why files name each other so, where nobody said it: `tsconfig.json (moduleResolution bundler)`. */
  readonly because: string | undefined;
}

type Asked = Pick<Target, "language" | "importExtension">;

/** What was asked for, else what the APIs of the folder say, else what its tsconfig.json needs. */
export function dialectOf(folder: string, targets: readonly Target[], asked: Asked): Dialect {
  const said = <Name extends keyof Asked>(name: Name) => asked[name] ?? targets.find((api) => api[name])?.[name];
  const language = said("language") ?? "ts";
  const importExtension = said("importExtension");
  if (importExtension) return { language, importExtension, because: undefined };
  const needed = neededExtension(folder);
  return { language, importExtension: needed?.extension ?? "js", because: needed?.because };
}

/** APIs of one folder that want it otherwise than the first that says it. */
export function dialectProblems(targets: readonly Target[], asked: Asked): Problem[] {
  return (["language", "importExtension"] as const).flatMap((name) => {
    const [first, ...others] = targets.filter((target) => target[name] !== undefined);
    if (!first || asked[name] !== undefined) return [];
    return others.flatMap((other): Problem[] => {
      const position = other.places?.[name];
      const finding = settingsDiffer(name, other[name] ?? "", first[name] ?? "");
      return position && other[name] !== first[name] ? [{ ...finding, position }] : [];
    });
  });
}
