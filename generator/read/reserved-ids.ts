import { pythonKeywords } from "./python-keywords.js";

/** Words that can't be the id of an API: folders of the output that hold something else, and what Python can't import. */
export const reservedIds: ReadonlySet<string> = new Set(["runtime", "docs", ...pythonKeywords]);

/** An id like a reserved one. */
export function freeId(reserved: string): string {
  return `${reserved}_api`;
}
