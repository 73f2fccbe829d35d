import { lstatSync } from "node:fs";

/** Whether something stands there, a link that leads nowhere too. Throws where that can't be known. */
export function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
