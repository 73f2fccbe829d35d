import { type Blob, commitWith, stepBetween } from "./blobs.js";

/** A file as git hands it to a driver. */
export interface Given {
  readonly path: string;
  /** Where its text can be read: a temporary file, the file that is here, or /dev/null. */
  readonly file: string;
  readonly hash: string;
}

/** Where a document and what it refers to are read. */
export type GitSide =
  | { readonly kind: "none" }
  | { readonly kind: "here" }
  | { readonly kind: "commit"; readonly revision: string }
  /** In no commit, as what is only staged: among the files that are here. */
  | { readonly kind: "loose"; readonly revision: string };

export function sidesOf(old: Given, now: Given): readonly [old: GitSide, now: GitSide] {
  const known = [kindOf(old), kindOf(now)] as const;
  const step = known.includes("here") ? undefined : stepBetween(blobOf(old), blobOf(now));
  const side = (given: Given, kind: "none" | "here" | undefined, commit: string | undefined): GitSide => {
    if (kind) return { kind };
    const revision = commit ?? commitWith(blobOf(given));
    return revision === undefined
      ? { kind: "loose", revision: given.hash.slice(0, 10) }
      : { kind: "commit", revision: revision.slice(0, 10) };
  };
  return [side(old, known[0], step?.[0]), side(now, known[1], step?.[1])];
}

function kindOf({ file, hash }: Given): "none" | "here" | undefined {
  if (file === "/dev/null") return "none";
  return /^0+$/.test(hash) ? "here" : undefined;
}

function blobOf({ path, hash, file }: Given): Blob {
  return { path, hash: file === "/dev/null" ? undefined : hash };
}
