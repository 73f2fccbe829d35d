import { join } from "node:path";
import { quoted, shellWord } from "../../problem/shell.js";
import { readText } from "../../read/file.js";
import { parseText } from "../../read/parse.js";
import { isObject } from "../../read/source.js";
import { yaml } from "../../read/yaml-library.js";
import { renderTemplate } from "../../render/template.js";
import type { CodeText } from "../../view/code-text.js";
import { yamlWith } from "../../write/edit-yaml.js";
import type { Answers } from "./answers.js";
import type { Ci } from "./ci-kinds.js";
import { from } from "./config.js";
import type { Draft } from "./draft.js";
import { managerOf } from "./manager.js";
import type { Place } from "./place.js";
import { presentAt } from "./present.js";

const jobName = "openapi-errors";

/** A step that says when what is committed is not what the document says. */
export function ciDraft(place: Place, { ci }: Pick<Answers, "ci">, version: string): Draft {
  const draft: Readonly<Record<Ci, (place: Place, version: string) => Draft>> = {
    github,
    gitlab,
    "pre-commit": hook,
    none,
  };
  return draft[ci](place, version);
}

function none(): Draft {
  return {};
}

/** A workflow of its own, so that nothing of others is touched. */
function github(place: Place, version: string): Draft {
  const path = join(place.repository, ".github/workflows/openapi-errors.yml");
  const there = presentAt(path, place.repository);
  if (there.kind === "refused") return { problems: [there.problem] };
  if (there.kind === "file") return { kept: [path] };
  const { setup, install, program } = managerOf(place, version);
  const folder = from(place.repository, place.home);
  const text = renderTemplate("init/github", {
    folder: folder === "." ? undefined : code(JSON.stringify(folder)),
    branch: code(branchOf(place)),
    setup: setup.map(code),
    commands: [...install, `${program} generate --check`].map(code),
  });
  return { writings: [{ kind: "new", path, text }] };
}

/** The branch that others are merged into, as the remote has it; else by the one that a new repository is on. */
function branchOf({ repository }: Place): string {
  const headOf = (path: string) => {
    const read = readText(join(repository, ".git", path));
    return "text" in read ? /^ref: refs\/(?:heads|remotes\/origin)\/(\S+)\s*$/.exec(read.text)?.[1] : undefined;
  };
  const here = headOf("HEAD") === "master" ? "master" : "main";
  const branch = headOf("refs/remotes/origin/HEAD") ?? here;
  return /^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch);
}

function gitlab(place: Place, version: string): Draft {
  const { install, program } = managerOf(place, version);
  const folder = from(place.repository, place.home);
  const job = {
    image: program.startsWith("bunx") ? "oven/bun:1" : "node:22",
    script: [...(folder === "." ? [] : [`cd ${shellWord(folder)}`]), ...install, `${program} generate --check`],
  };
  const has = (value: unknown) => isObject(value) && Object.hasOwn(value, jobName);
  // A job is one of the stage `test` unless it says otherwise: where that is not there, a person has to choose.
  const isSafe = (value: unknown) => {
    const stages = isObject(value) ? value.stages : undefined;
    return stages === undefined || (Array.isArray(stages) && stages.includes("test"));
  };
  return added(place, ".gitlab-ci.yml", { at: [], name: jobName, value: job, whole: { [jobName]: job }, has, isSafe });
}

function hook(place: Place, version: string): Draft {
  const { program } = managerOf(place, version);
  const folder = from(place.repository, place.home);
  const check = `${program} generate --check`;
  const entry = folder === "." ? check : `sh -c ${quoted(`cd ${shellWord(folder)} && ${check}`)}`;
  const hooks = [{ id: jobName, name: jobName, entry, language: "system", pass_filenames: false }];
  const value = { repo: "local", hooks };
  const has = (config: unknown) => JSON.stringify(config).includes(`"id":"${jobName}"`);
  const isSafe = (config: unknown) => isObject(config) && Array.isArray(config.repos);
  return added(place, ".pre-commit-config.yaml", {
    at: ["repos"],
    name: undefined,
    value,
    whole: { repos: [value] },
    has,
    isSafe,
  });
}

interface Addition {
  readonly at: readonly string[];
  readonly name: string | undefined;
  readonly value: unknown;
  /** The file where there is none. */
  readonly whole: unknown;
  readonly has: (present: unknown) => boolean;
  readonly isSafe: (present: unknown) => boolean;
}

/** To a file of others only what can't change what is in it; else it is said what to put there. */
function added(place: Place, name: string, { at, name: key, value, whole, has, isSafe }: Addition): Draft {
  const path = join(place.repository, name);
  const there = presentAt(path, place.repository);
  if (there.kind === "refused") return { problems: [there.problem] };
  const print = (it: unknown) => yaml().stringify(it, { lineWidth: 0 });
  if (there.kind === "absent") return { writings: [{ kind: "new", path, text: print(whole) }] };
  const present = parseText(name, there.text);
  const parsed = "value" in present ? present.value : undefined;
  if (parsed !== undefined && has(parsed)) return { kept: [path] };
  const text = parsed !== undefined && isSafe(parsed) ? yamlWith(there.text, at, key, value) : undefined;
  if (text === undefined) return { byHand: [{ path, why: "as one more entry, where it fits", text: print(whole) }] };
  const { mark } = there;
  return { writings: [{ kind: "edited", path: there.path, text: mark + text, before: mark + there.text }] };
}

function code(text: string): CodeText {
  return { kind: "literal", text };
}
