import { problemsAgainst } from "../commands/lint/against.js";
import type { Problem } from "../problem/problem.js";
import { openedOf } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import { askedFor } from "./asked.js";
import type { Documents, ReadOptions } from "./options.js";

/** How documents are read, and what they are held against. */
export interface LintOptions extends ReadOptions {
  /** A git revision: only what is new since then is told, and codes that vanished. Default: all that is wrong. */
  readonly against?: string | undefined;
}

/** What `lint` found. */
export interface LintResult {
  /** In the order of the files; each with its position and something to type that mends it. */
  readonly problems: readonly Problem[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Says what is wrong with documents, as `openapi-errors lint` does; a document that can't be read is a problem too.
 *
 * @example
 * const { problems } = await lint("openapi.yaml");
 * for (const { position, message, fix } of problems) console.log(`${position.file}:${position.line}: ${message}; ${fix}`);
 */
export async function lint(documents?: Documents, options: LintOptions = {}): Promise<LintResult> {
  const asked = askedFor(documents, options);
  const { root, against } = options;
  const now = await readContracts(asked.targets, root);
  const { problems } =
    against === undefined ? now : await problemsAgainst(against, asked.targets, root, now, documents === undefined);
  return { problems: [...asked.problems, ...problems], sources: [...asked.files, ...openedOf(now.files)] };
}
