import type { Change } from "./change.js";

/** The next version by Semantic Versioning: below 1.0.0 a break raises the minor; undefined where the version is not semantic. */
export function nextVersion(version: string, changes: readonly Pick<Change, "level">[]): string | undefined {
  const [, major, minor, patch] = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+].*)?$/.exec(version) ?? [];
  if (major === undefined) return undefined;
  const [x, y, z] = [Number(major), Number(minor), Number(patch)];
  if (changes.length === 0) return `${x}.${y}.${z}`;
  const breaks = changes.some(({ level }) => level === "breaking");
  const adds = changes.some(({ level }) => level === "warning");
  if (breaks) return x === 0 ? `0.${y + 1}.0` : `${x + 1}.0.0`;
  return adds ? `${x}.${y + 1}.0` : `${x}.${y}.${z + 1}`;
}
