import type { GenerateResult } from "../generate.js";
import type { TextAsMade } from "../render/emit-input.js";
import type { Run } from "./run.js";
import { fromJson, readSealed, writeSealed } from "./sealed-file.js";

/**
 * Texts that take long to make, by their paths, each with the hash of what it was made from. What an API adds to the pages
 * that all share is by the folder of its own pages.
 */
type Texts = Readonly<Record<string, { readonly from: string; readonly text: string }>>;

/** What earlier runs made and this one may need again, though what it is read from changed: the types, say. */
export function recallTexts(run: Run): TextAsMade {
  const texts = read(run);
  return (path, from) => (texts[path]?.from === from ? texts[path].text : undefined);
}

/** Remembers such texts: of this run, and of earlier ones where it did not ask for them. */
export function rememberTexts(run: Run, { costly, outputs }: GenerateResult): void {
  if (costly.length === 0) return;
  const known = read(run);
  // By the names that they have before they become JavaScript.
  const made = new Set(
    outputs.flatMap(({ files }) =>
      files.flatMap(({ path }) => [path.replace(/\.d\.ts$/, ".ts"), path.slice(0, path.lastIndexOf("/") + 1)]),
    ),
  );
  const left = Object.entries(known).filter(([path]) => made.has(path));
  const texts = { ...Object.fromEntries(left), ...Object.fromEntries(costly.map(({ path, ...text }) => [path, text])) };
  if (costly.every(({ path, from }) => known[path]?.from === from)) return;
  writeSealed(fileOf(run), Buffer.from(JSON.stringify({ program: run.program, texts })));
}

function fileOf({ file }: Run): string {
  return `${file}.texts`;
}

function read(run: Run): Texts {
  const known = readSealed(fileOf(run), fromJson<{ readonly program: string; readonly texts: Texts }>);
  return known?.program === run.program ? known.texts : {};
}
