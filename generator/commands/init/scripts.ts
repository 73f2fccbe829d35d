import { shellWord } from "../../problem/shell.js";
import { isObject } from "../../read/source.js";
import { from } from "./config.js";
import type { Draft } from "./draft.js";
import { jsonWith } from "./edit-json.js";
import type { Place } from "./place.js";

const scriptNames = { generate: "errors:generate", check: "errors:check" } as const;

/** Scripts in package.json: what is called so already stays. `names`: the APIs that belong to the folder. */
export function scriptsDraft({ folder, home, packageFile }: Place, names: readonly string[]): Draft {
  if (!packageFile) return {};
  if ("problem" in packageFile) return { problems: [packageFile.problem] };
  const { file, value } = packageFile;
  // Commands read the config of their own folder.
  const isAtHome = folder === home;
  const run = `${isAtHome ? "" : `cd ${shellWord(from(folder, home))} && `}openapi-errors generate`;
  const rest = isAtHome ? "" : names.map((name) => ` ${shellWord(name)}`).join("");
  const scripts = { [scriptNames.generate]: `${run}${rest}`, [scriptNames.check]: `${run}${rest} --check` };
  const present = value.scripts;
  const missing = Object.entries(scripts).filter(([name]) => !(isObject(present) && Object.hasOwn(present, name)));
  if (missing.length === 0) return { kept: [file.path] };
  const added = Object.fromEntries(missing);
  const text =
    present === undefined
      ? jsonWith(file.text, [], "scripts", added)
      : missing.reduce<string | undefined>(
          (at, [name, script]) => at && jsonWith(at, ["scripts"], name, script),
          file.text,
        );
  if (text === undefined)
    return { byHand: [{ path: file.path, why: "below `scripts`", text: `${JSON.stringify(added, null, 2)}\n` }] };
  const { mark } = file;
  return { writings: [{ kind: "edited", path: file.path, text: mark + text, before: mark + file.text }] };
}
