import { createHash } from "node:crypto";
import { join } from "node:path";
import { readIfThere } from "../read/file.js";

/** For each page of the docs, the hash of what came out and, where building it takes long, of what it was built from. */
export type BuildRecord = ReadonlyMap<string, Build>;

interface Build {
  readonly page: string;
  readonly from?: string;
}

/** Remembers what pages were built from, so that unchanged ones are not built again, and which pages are ours. */
export const recordPath = "docs/built.json";

/** Whether the docs were ever built in a folder. */
export function hasDocs(folder: string): boolean {
  return readIfThere(join(folder, recordPath)) !== undefined;
}

/** What was built in a folder before. */
export function readRecord(folder: string): BuildRecord {
  return parseRecord(readIfThere(join(folder, recordPath)) ?? "{}");
}

/** What a record says, which may have been changed by anybody: nothing where it can't be understood. */
export function parseRecord(text: string): BuildRecord {
  try {
    const recorded = Object.entries<Partial<Build> | null>(JSON.parse(text));
    // What is not made any more is removed by this list: it may name nothing but docs.
    return new Map(
      recorded.flatMap(([path, build]) =>
        /^docs\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path) && typeof build?.page === "string"
          ? [[path, { page: build.page, ...(typeof build.from === "string" && { from: build.from }) }]]
          : [],
      ),
    );
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

export function printRecord(record: BuildRecord): string {
  const entries = [...record].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
