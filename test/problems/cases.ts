import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("fixtures/", import.meta.url));

/** A folder with an openapi.yaml that is wrong, and expected.txt: what `lint` says to that. */
export interface Case {
  /** `<problem code>`, or `<problem code>--<variant>`. */
  readonly name: string;
  readonly folder: string;
  readonly expectedFile: string;
  readonly expected: string;
}

export const cases: readonly Case[] = readdirSync(fixtures).map((name) => {
  const folder = join(fixtures, name);
  const expectedFile = join(folder, "expected.txt");
  return { name, folder, expectedFile, expected: existsSync(expectedFile) ? readFileSync(expectedFile, "utf8") : "" };
});

/** The problem codes in an output, in its order. */
export function codesIn(output: string): string[] {
  return [...output.matchAll(/^\S+:\d+:\d+: (?:error|warning|note): .* \(([a-z-]+)\)$/gm)].map(([, code = ""]) => code);
}
