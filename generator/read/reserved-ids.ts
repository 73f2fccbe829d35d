import { pythonKeywords } from "./python-keywords.js";

/** Names that Windows keeps for devices: no folder can be called so. */
const numbered = ["com", "lpt"].flatMap((name) => Array.from("0123456789", (digit) => `${name}${digit}`));
const devices = ["con", "prn", "aux", "nul", ...numbered];

/**
 * Words that can't be the id of an API: folders of the output that hold something else, what Python can't import, and what
 * Windows can't name a folder.
 */
export const reservedIds: ReadonlySet<string> = new Set(["runtime", "docs", ...devices, ...pythonKeywords]);

/** An id like a reserved one. */
export function freeId(reserved: string): string {
  return `${reserved}_api`;
}
