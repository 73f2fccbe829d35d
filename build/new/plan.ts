import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What `npm run new` does for one name. Paths are relative to the root of the project. */
export interface Plan {
  /** Files that there may not be yet. */
  readonly creates: Readonly<Record<string, string>>;
  /** Where the new thing is registered, in files that there are. */
  readonly edits: readonly Edit[];
  /** Tests that write what follows from it: with UPDATE=1, each of them. */
  readonly renews: readonly string[];
  /** Such tests of which only what a person changes makes anything else. */
  readonly later?: readonly string[];
}

/** Puts `text` before or behind the first thing that `anchor` finds in a file; without an anchor, at its end. */
interface Edit {
  readonly path: string;
  readonly anchor?: RegExp | string;
  readonly side: "before" | "after";
  readonly text: string;
}

/** What stands for all that only a person knows: `git grep` finds it, and .ci/run does. */
export const mark = "TODO(new)";

/** Something that stops it, before anything is written. */
export class Refused extends Error {}

/** Writes all of a plan or, where it can't, nothing. Gives the paths of the files that are new, and of those that changed. */
export function apply(plan: Plan, project: string): { readonly written: string[]; readonly changed: string[] } {
  const written = Object.keys(plan.creates);
  const taken = written.filter((path) => existsSync(join(project, path)));
  if (taken.length > 0) throw new Refused(`the name is taken: ${taken.join(", ")} is there; choose another one`);
  const edited = new Map<string, string>();
  for (const edit of plan.edits)
    edited.set(edit.path, withEdit(edited.get(edit.path) ?? readFileSync(join(project, edit.path), "utf8"), edit));
  for (const [path, text] of [...Object.entries(plan.creates), ...edited]) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return { written, changed: [...edited.keys()] };
}

function withEdit(text: string, { path, anchor, side, text: added }: Edit): string {
  if (anchor === undefined) return text + added;
  const found = typeof anchor === "string" ? anchor : anchor.exec(text)?.[0];
  const at = found === undefined ? -1 : text.indexOf(found);
  if (found === undefined || at < 0)
    throw new Refused(`${path} has no ${anchor} any more: say in build/new/ where registrations stand now`);
  const end = side === "before" ? at : at + found.length;
  return text.slice(0, end) + added + text.slice(end);
}
