import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseMap } from "../../read/parse.js";
import { isObject } from "../../read/source.js";
import { from } from "./config.js";
import { type Draft, together } from "./draft.js";
import { jsonWith } from "./edit-json.js";
import { dependsOn } from "./package-file.js";
import type { Place } from "./place.js";
import { presentAt } from "./present.js";

/** What keeps formatters, linters and reviews from what is generated: for the tools that the project uses. */
export function ignoresDraft(place: Place, output: string): Draft {
  const { folder, repository, isRepository } = place;
  const pattern = from(folder, output);
  // Ignore files reach what is below them.
  const isReached = !pattern.startsWith("..");
  return together([
    ...(isReached && usesPrettier(place) ? [withLine(join(folder, ".prettierignore"), `${pattern}/`, repository)] : []),
    ...(isReached && isRepository
      ? [withLine(join(folder, ".gitattributes"), `${pattern}/** linguist-generated=true`, repository)]
      : []),
    biomeDraft(place, output),
    eslintDraft(place, output),
  ]);
}

function usesPrettier({ folder, packageFile }: Place): boolean {
  const names = [".prettierignore", ".prettierrc", ".prettierrc.json", ".prettierrc.yaml", ".prettierrc.yml"];
  const scripts = ["js", "mjs", "cjs", "ts"].flatMap((end) => [`prettier.config.${end}`, `.prettierrc.${end}`]);
  if ([...names, ...scripts].some((name) => existsSync(join(folder, name)))) return true;
  if (!packageFile || "problem" in packageFile) return false;
  return dependsOn(packageFile.value, "prettier") || packageFile.value.prettier !== undefined;
}

/** A file with one line more at its end. */
function withLine(path: string, line: string, boundary: string): Draft {
  const there = presentAt(path, boundary);
  if (there.kind === "refused") return { problems: [there.problem] };
  if (there.kind === "absent") return { writings: [{ kind: "new", path, text: `${line}\n` }] };
  const { text, mark } = there;
  if (text.split(/\r?\n/).includes(line)) return { kept: [path] };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" || text.endsWith("\n") ? "" : eol;
  return {
    writings: [{ kind: "edited", path: there.path, text: `${mark}${text}${gap}${line}${eol}`, before: mark + text }],
  };
}

/** Its list of what it looks at takes one more pattern; a config without such a list is left to a person. */
function biomeDraft({ folder, home, repository }: Place, output: string): Draft {
  const candidates = [folder, home, repository].flatMap((at) =>
    ["biome.json", "biome.jsonc"].map((name) => [at, join(at, name)] as const),
  );
  const found = candidates.find(([, path]) => existsSync(path));
  if (!found) return {};
  const [at, path] = found;
  const pattern = `!${from(at, output)}`;
  const there = presentAt(path, repository);
  if (there.kind === "refused") return { problems: [there.problem] };
  const { text, mark } = there as Extract<typeof there, { kind: "file" }>;
  if (text.includes(JSON.stringify(pattern))) return { kept: [path] };
  const parsed = parseMap(path, text);
  const files = "value" in parsed && isObject(parsed.value) ? parsed.value.files : undefined;
  const isSimple = isObject(files) && Array.isArray(files.includes);
  const edited = isSimple ? jsonWith(text, ["files", "includes"], undefined, pattern) : undefined;
  if (edited === undefined)
    return {
      byHand: [{ path, why: "so that Biome passes over it", text: `"files": { "includes": ["**", "${pattern}"] }\n` }],
    };
  return {
    writings: [
      { kind: "edited", path: there.kind === "file" ? there.path : path, text: mark + edited, before: mark + text },
    ],
  };
}

/** Its config is a program, which nobody but its author should edit. */
function eslintDraft({ folder, home }: Place, output: string): Draft {
  const names = ["js", "mjs", "cjs", "ts", "mts", "cts"].map((end) => `eslint.config.${end}`);
  const candidates = [folder, home].flatMap((at) => names.map((name) => [at, join(at, name)] as const));
  const found = candidates.find(([, path]) => existsSync(path));
  if (!found) return {};
  const [at, path] = found;
  const pattern = `${from(at, output)}/`;
  const there = presentAt(path, at);
  if (there.kind !== "file" || there.text.includes(pattern)) return {};
  return {
    byHand: [{ path, why: "as one more entry of its list", text: `{ ignores: [${JSON.stringify(pattern)}] },\n` }],
  };
}
