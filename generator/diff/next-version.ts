import type { Change } from "./change.js";

/** The next version by Semantic Versioning: below 1.0.0 a break raises the minor; undefined where the version is not semantic. */
export function nextVersion(version: string, changes: readonly Pick<Change, "level">[]): string | undefined {
  const numbers = numbersOf(version);
  if (!numbers) return undefined;
  const [x, y, z] = numbers;
  if (changes.length === 0) return `${x}.${y}.${z}`;
  const breaks = changes.some(({ level }) => level === "breaking");
  const adds = changes.some(({ level }) => level === "warning");
  if (breaks) return x === 0 ? `0.${y + 1}.0` : `${x + 1}.0.0`;
  return adds ? `${x}.${y + 1}.0` : `${x}.${y}.${z + 1}`;
}

/** Which of two versions is higher, a prerelease as high as its release; undefined where one is not semantic. */
export function compareVersions(one: string, other: string): number | undefined {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  return a && b && (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

/** https://semver.org, of which a prerelease and a build say nothing here. */
function numbersOf(version: string): readonly [number, number, number] | undefined {
  const [, major, minor, patch] = /^v?(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+].*)?$/.exec(version) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}
