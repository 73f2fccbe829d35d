import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

type Call = (...args: unknown[]) => unknown;

const names = [
  ...["accessSync", "closeSync", "copyFileSync", "existsSync", "fchmodSync", "fsyncSync", "linkSync", "lstatSync"],
  ...["mkdirSync", "openSync", "readFileSync", "readdirSync", "renameSync", "rmSync", "rmdirSync", "statSync"],
  ...["utimesSync", "writeFileSync"],
];

/**
 * Is told of every call to the file system that has to do with a folder before it is made, and may throw instead.
 * Undone by what it gives.
 */
export function intercept(folder: string, before: (name: string, count: number) => void): () => void {
  const system = fs as unknown as Record<string, Call>;
  const originals = new Map(names.map((name) => [name, system[name]!]));
  const opened = new Set<unknown>();
  let count = 0;
  let isWithin = false;
  for (const [name, original] of originals)
    system[name] = (...args) => {
      const [first, second] = args;
      const isOurs = [first, second].some((path) => typeof path === "string" && path.startsWith(folder));
      // What one call makes of others is not counted.
      if (isWithin || (!isOurs && !opened.has(first))) return original(...args);
      count += 1;
      before(name, count);
      isWithin = true;
      try {
        const result = original(...args);
        if (name === "openSync") opened.add(result);
        if (name === "closeSync") opened.delete(first);
        return result;
      } finally {
        isWithin = false;
      }
    };
  syncBuiltinESMExports();
  return () => {
    Object.assign(system, Object.fromEntries(originals));
    syncBuiltinESMExports();
  };
}

/** What the system says when it refuses a call. */
export function refusal(code: string, name: string): Error {
  const syscall = name.replace(/Sync$/, "");
  return Object.assign(new Error(`${code}: refused, ${syscall}`), { code, syscall, errno: -1 });
}
