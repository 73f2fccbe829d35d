import { existsSync } from "node:fs";
import { baseRevision, type RevisionMissing, revisionHas } from "../../history/revision.js";
import type { Problem } from "../../problem/problem.js";
import { fileUnreadable } from "../../problem/reading.js";
import { shownPath } from "../../read/file.js";
import { beginningOf } from "../../read/lines.js";
import { targetsOf } from "../../targets.js";

/** What is held against what, each named as a person would; and documents that the revision does not have. */
export interface Pairs {
  readonly pairs: readonly (readonly [old: string, now: string])[];
  readonly isNew: readonly NewDocument[];
  /** The revision, where all APIs are held against it. */
  readonly against?: string;
}

/** A document that a revision does not have. */
export interface NewDocument {
  readonly document: string;
  readonly revision: string;
}

export type PairsResult = Pairs | { readonly problems: readonly Problem[] };

/** Two that are named; one and what is here now; or all APIs of redocly.yaml, against a revision or the base branch. */
export function pairsOf(old: string | undefined, now: string | undefined): PairsResult {
  if (old !== undefined && now !== undefined) return { pairs: [[old, now]], isNew: [] };
  const [, path] = /^[^:]{2,}:(.+)$/s.exec(old ?? "") ?? [];
  if (old !== undefined && path !== undefined) return { pairs: [[old, path]], isNew: [] };
  const revision = old ?? baseRevision();
  const nothing = { reason: "this is no git repository, or it has no commit", fix: "name both documents" };
  if (revision === undefined) return refused(".", nothing);
  // A file that is there is no revision.
  if (existsSync(revision))
    return refused(revision, {
      reason: "it is one document, and is held against none",
      fix: `run \`openapi-errors diff main:${revision} ${revision}\``,
    });
  const config = targetsOf([], {});
  if ("problems" in config) return config;
  const paths = [...new Set(config.targets.map(({ document }) => shownPath(document)))];
  const found = paths.map((document) => ({ document, has: revisionHas(revision, document) }));
  const missing = found.find(({ has }) => typeof has === "object")?.has;
  if (typeof missing === "object") return refused(revision, missing);
  return {
    pairs: found.flatMap(({ document, has }) => (has === true ? [[`${revision}:${document}`, document] as const] : [])),
    isNew: found.flatMap(({ document, has }) => (has === false ? [{ document, revision }] : [])),
    against: revision,
  };
}

function refused(named: string, why: RevisionMissing): { readonly problems: readonly Problem[] } {
  return { problems: [{ ...fileUnreadable(named, why), position: beginningOf(named) }] };
}
