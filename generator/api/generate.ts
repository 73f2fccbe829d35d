import { join } from "node:path";
import { generate as run } from "../generate.js";
import { hasErrors, type Problem } from "../problem/problem.js";
import { openedOf, shownPath } from "../read/file.js";
import type { Change } from "../write/change.js";
import { askedFor } from "./asked.js";
import type { Documents, GenerateOptions } from "./options.js";

/** One file that was made. */
export interface OutputFile {
  /** From the current folder: `generated/tenantcore/errors.ts`. */
  readonly path: string;
  readonly text: string;
}

/** What `generate` did. */
export interface GenerateResult {
  /** In the order of the files; each with its position and something to type that mends it. An error stops all. */
  readonly problems: readonly Problem[];
  /** Every file that was made, whether it was written or not; none where a problem is an error. */
  readonly files: readonly OutputFile[];
  /** What was written or, with `check`, would be; none where a problem is an error. */
  readonly changes: readonly Change[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Makes types, codes, parser, data and docs from documents, as `openapi-errors generate` does: all files are written, or none.
 *
 * @example
 * const { problems, changes } = await generate("openapi.yaml", { output: "src/errors" });
 *
 * @example
 * // In memory, as for a plugin of a bundler.
 * const { files } = await generate({ path: "openapi.yaml", text }, { emit: ["errors"], write: false });
 */
export async function generate(documents?: Documents, options: GenerateOptions = {}): Promise<GenerateResult> {
  const asked = askedFor(documents, options);
  const { output, emit, language, importExtension, check, write, force, root } = options;
  if (hasErrors(asked.problems)) return { problems: asked.problems, files: [], changes: [], sources: asked.files };
  const { problems, changes, outputs, files } = await run({
    ...{ targets: asked.targets, areAll: asked.areAll, root },
    ...{ output, emit, language, importExtension, check, write, force },
  });
  const made = hasErrors(problems) ? [] : outputs;
  return {
    problems: [...asked.problems, ...problems],
    files: made.flatMap(({ folder, files: all }) =>
      all.map(({ path, text }) => ({ path: shownPath(join(folder, path)), text })),
    ),
    changes,
    sources: [...asked.files, ...openedOf(files)],
  };
}
