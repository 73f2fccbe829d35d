import { dirname, join } from "node:path";
import type { Problem } from "../problem/problem.js";
import { apiWithoutRoot, configMissing } from "../problem/reading.js";
import { readText, shownPath } from "./file.js";
import { parseText } from "./parse.js";
import { positionAt, problemAtKey } from "./position.js";
import { child, items, members, rootOf, textAt } from "./source.js";

/** One API to generate for: its document, the folder to write to, and the emitters where the config names them. */
export interface Target {
  readonly document: string;
  readonly output: string | undefined;
  readonly emit: readonly string[] | undefined;
}

export type ConfigResult = { readonly targets: readonly Target[] } | { readonly problems: readonly Problem[] };

const name = "redocly.yaml";

/** The `apis` of the redocly.yaml in a folder. */
export function readConfig(folder: string): ConfigResult {
  const path = join(folder, name);
  const read = readText(path);
  const file = shownPath(path);
  if ("reason" in read)
    return {
      problems: [{ ...configMissing(file, read.reason), position: positionAt(file, "", 1, 1) }],
    };
  const parsed = parseText(file, read.text);
  if ("problems" in parsed) return { problems: parsed.problems };

  const config = rootOf({ file, path, text: read.text, value: parsed.value });
  const apis = members(child(config, "apis"));
  const rootless = apis.filter(([, api]) => textAt(api, "root") === undefined);
  const problems = rootless.map(([id, api]) => problemAtKey(api, apiWithoutRoot(id)));
  if (problems.length > 0) return { problems };
  return {
    targets: apis.map(([, api]) => {
      const output = textAt(api, "x-openapi-errors", "output");
      const emit = child(api, "x-openapi-errors", "emit");
      return {
        document: join(dirname(path), textAt(api, "root") ?? ""),
        output: output === undefined ? undefined : join(dirname(path), output),
        emit: emit.value === undefined ? undefined : items(emit).map((item) => String(item.value)),
      };
    }),
  };
}
