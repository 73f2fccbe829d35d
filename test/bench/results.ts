import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";

const folder = new URL("results/", import.meta.url);

/** What one script measured, as bench:safety prints it. */
export interface Result {
  readonly tried: string;
  readonly found: Readonly<Record<string, number>>;
  readonly isGood: boolean;
}

export function keepResult(name: string, result: Result): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(result, null, 2)}\n`);
}

/** What was measured last, and when; undefined where that was never done. */
export function lastResult(name: string): (Result & { readonly measured: Date }) | undefined {
  const file = new URL(`${name}.json`, folder);
  try {
    return { ...(JSON.parse(readFileSync(file, "utf8")) as Result), measured: statSync(file).mtime };
  } catch {
    return undefined;
  }
}
