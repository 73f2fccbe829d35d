import { createHash } from "node:crypto";
import { join } from "node:path";
import { readIfThere } from "../read/file.js";
import type { GeneratedFile } from "./generated-file.js";

/** For each page of the docs, the hash of what came out and, where building it takes long, of what it was built from. */
export type BuildRecord = ReadonlyMap<string, Build>;

interface Build {
  readonly page: string;
  readonly from?: string;
}

/** Remembers what pages were built from, so that unchanged ones are not built again, and which pages are ours. */
const recordPath = "docs/built.json";

/** Whether the docs were ever built in a folder. */
export function hasDocs(folder: string): boolean {
  return readIfThere(join(folder, recordPath)) !== undefined;
}

/** What was built in a folder before. */
export function readRecord(folder: string): BuildRecord {
  try {
    const recorded = new Map(Object.entries<Build>(JSON.parse(readIfThere(join(folder, recordPath)) ?? "{}")));
    // What is not ours any more is deleted by this list: it may name nothing but docs.
    return new Map([...recorded].filter(([path]) => /^docs\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path)));
  } catch {
    return new Map();
  }
}

/** A page that stands in the folder as it was built, from the same input. */
export function pageAsBuilt(folder: string, path: string, from: string, record: BuildRecord): string | undefined {
  const known = record.get(path);
  const present = known?.from === from ? readIfThere(join(folder, path)) : undefined;
  return present !== undefined && known?.page === hashOf(present) ? present : undefined;
}

/** The new record. What is known of other folders of the docs is kept. */
export function recordFile(
  pages: readonly { readonly path: string; readonly text: string; readonly from?: string }[],
  others: BuildRecord,
): GeneratedFile {
  const built = pages.map(({ path, text, from }) => [path, { ...(from && { from }), page: hashOf(text) }] as const);
  const entries = [...others, ...built].sort(([a], [b]) => (a < b ? -1 : 1));
  return { path: recordPath, text: `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n` };
}

/** Pages that were built before and are not any more, and that nobody has edited since. */
export function stalePages(folder: string, paths: readonly string[], record: BuildRecord): GeneratedFile[] {
  return paths
    .filter((path) => {
      const present = readIfThere(join(folder, path));
      return present !== undefined && hashOf(present) === record.get(path)?.page;
    })
    .map((path) => ({ path, text: "", gone: true }));
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
