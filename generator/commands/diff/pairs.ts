import { existsSync } from "node:fs";
import { goneApis } from "../../history/apis-then.js";
import { git, type RevisionMissing, repository } from "../../history/git.js";
import { type Loaded, type LoadedSide, loadIn, loadSide, loadTarget } from "../../history/load.js";
import { baseRevision, type TakeRevision } from "../../history/revision.js";
import { targetThen } from "../../history/target-then.js";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { shellWord } from "../../problem/shell.js";
import { shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { documentIn } from "../../read/nearest-file.js";
import type { Target } from "../../read/target.js";
import { targetsOf } from "../../targets.js";

export type Pair = readonly [before: LoadedSide, after: LoadedSide];

/** A document that a revision does not have. */
export interface NewDocument {
  readonly document: string;
  readonly revision: string;
}

/** What is held against what, and what is held against nothing. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly newDocuments: readonly NewDocument[];
  /** APIs that are gone as a whole. */
  readonly gone: readonly LoadedSide[];
}

export type PairsResult = Pairs | { readonly problems: readonly Problem[] };

/** Two that are named; one and what is here now; or all APIs of redocly.yaml, against a revision or the base branch. */
export async function pairsOf(
  old: string | undefined,
  now: string | undefined,
  root: string | undefined,
  take: TakeRevision,
): Promise<PairsResult> {
  const [, path] = /^[^:]{2,}:(.+)$/s.exec(old ?? "") ?? [];
  const named = now ?? path;
  const [, first, last] = /^(.+?)\.{2,3}(.+)$/s.exec(old ?? "") ?? [];
  // No revision is called so.
  if (old !== undefined && named === undefined && first !== undefined && last !== undefined && !existsSync(old))
    return refused(old, { reason: "it is a range of revisions", fix: `write ${bothTyped(first, last)}` });
  if (old !== undefined && named !== undefined) {
    const alone = [old, named].find(isBareRevision);
    const reason = "it is a revision, and no document of one";
    if (alone !== undefined && [old, named].every(isBareRevision))
      return refused(alone, { reason, fix: `write ${bothTyped(old, named)}` });
    if (alone !== undefined)
      return refused(alone, { reason, fix: `write \`${shellWord(`${alone}:${alone === old ? named : old}`)}\`` });
    return paired([[await loadSide(old, root, take), await loadSide(named, root, take)]]);
  }
  const revision = old ?? baseRevision();
  if (revision === undefined) {
    const here = repository("name both documents");
    return refused(
      ".",
      "reason" in here ? here : { reason: "this repository has no commit", fix: "name both documents" },
    );
  }
  // A file that is there is no revision.
  if (existsSync(revision) || (isApi(revision) && !isRevision(revision)))
    return refused(revision, {
      reason: "it is one document, and is held against none",
      fix: `run \`openapi-errors diff ${shellWord(`${baseRevision() ?? "main"}:${revision}`)} ${shellWord(revision)}\``,
    });
  return pairsAgainst(revision, root, take);
}

/** A revision where a document is meant: no file and no API is called so. */
function isBareRevision(name: string): boolean {
  if (existsSync(name) || name.startsWith("-")) return false;
  return !isApi(name) && isRevision(name);
}

function isApi(name: string): boolean {
  const found = targetsOf([name], {});
  return "targets" in found && found.targets[0]?.name !== undefined;
}

function isRevision(name: string): boolean {
  return git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]).status === 0;
}

function bothTyped(...revisions: readonly string[]): string {
  const document = someDocument();
  return `\`openapi-errors diff ${revisions.map((each) => shellWord(`${each}:${document}`)).join(" ")}\``;
}

/** One that may be meant: an API, which is the same wherever its document was, or a document. */
function someDocument(): string {
  const config = targetsOf([], {});
  const listed = "targets" in config ? config.targets[0]?.name : undefined;
  return listed ?? documentIn(".") ?? "openapi.yaml";
}

/** Every API of redocly.yaml as it was in a revision, and those that it had then alone. */
async function pairsAgainst(name: string, root: string | undefined, take: TakeRevision): Promise<PairsResult> {
  const config = targetsOf([], { namedBy: `${name}:` });
  return "problems" in config ? config : pairsOfTargets(config.targets, name, { root, take, isAll: true });
}

/** APIs as they were in a revision, where they were then: an API keeps its name when its document moves. */
export async function pairsOfTargets(
  targets: readonly Target[],
  name: string,
  { root, take, isAll }: { readonly root: string | undefined; readonly take: TakeRevision; readonly isAll: boolean },
): Promise<PairsResult> {
  const revision = take(name);
  if ("reason" in revision) return refused(name, revision);
  const pairs: (readonly [Loaded, Loaded])[] = [];
  const newDocuments: NewDocument[] = [];
  for (const target of targets) {
    const then = targetThen(revision, target, root);
    if (then === undefined) newDocuments.push({ document: shownPath(target.document), revision: name });
    else pairs.push([await loadIn(revision, then), await loadTarget(target, root)]);
  }
  const gone: Loaded[] = [];
  for (const then of isAll ? goneApis(revision, root) : []) gone.push(await loadIn(revision, then));
  return paired(pairs, newDocuments, gone);
}

/** What was loaded, or all that is wrong with any of it. */
export function paired(
  pairs: readonly (readonly [Loaded, Loaded])[],
  newDocuments: readonly NewDocument[] = [],
  gone: readonly Loaded[] = [],
): PairsResult {
  const problems = [...pairs.flat(), ...gone].flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) return { problems };
  const sides = pairs.flatMap(([before, after]) =>
    "side" in before && "side" in after ? [[before.side, after.side] as const] : [],
  );
  return { pairs: sides, newDocuments, gone: gone.flatMap((each) => ("side" in each ? [each.side] : [])) };
}

function refused(named: string, why: RevisionMissing): { readonly problems: readonly Problem[] } {
  return { problems: [{ ...fileUnreadable(named, why), position: beginningOf(named) }] };
}
