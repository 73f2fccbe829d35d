import { readExceptions } from "../commands/diff/exceptions-file.js";
import { type DiffChange, reportOf, today } from "../commands/diff/report.js";
import { loadSide } from "../history/load.js";
import { withRevisions } from "../history/revision.js";
import type { Problem } from "../problem/problem.js";
import type { DocumentInput } from "./options.js";

/** How two contracts are compared. */
export interface DiffOptions {
  /** The folder that references may not leave. Default: the nearest above the document that begins a project. */
  readonly root?: string | undefined;
  /** The file of changes that were accepted. Default: `openapi-errors.exceptions.yaml`, where it is there. */
  readonly exceptions?: string | undefined;
  /** Whether an `info.version` that promises less than what changed is a problem. Default: false. */
  readonly checkVersion?: boolean | undefined;
}

/** What `diff` found. */
export interface DiffResult {
  /** The worst first; undefined where a side can't be read: that is never called unchanged. */
  readonly changes: readonly DiffChange[] | undefined;
  /** The version that the changes ask for; the old one, where that is not semantic; undefined where a side can't be read. */
  readonly nextVersion: string | undefined;
  /** What is wrong with a side, with exceptions or with the version. */
  readonly problems: readonly Problem[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Says what changed between two contracts of an API, as `openapi-errors diff` does. Each side is a document, an
 * errors.json, an API of redocly.yaml, or one of these in a git revision.
 *
 * @example
 * const { changes, nextVersion } = await diff("main:openapi.yaml", "openapi.yaml");
 * for (const { level, message, hurts } of changes ?? []) console.log(level, message, hurts.join());
 */
export async function diff(old: DocumentInput, now: DocumentInput, options: DiffOptions = {}): Promise<DiffResult> {
  const read = readExceptions(options.exceptions);
  const [before, after] = await withRevisions(async (take) => [
    await loadSide(old, options.root, take),
    await loadSide(now, options.root, take),
  ]);
  const problems = [read, before, after].flatMap((part) => ("problems" in part ? part.problems : []));
  if ("problems" in read || "problems" in before || "problems" in after)
    return { changes: undefined, nextVersion: undefined, problems, sources: [] };
  const report = reportOf(
    { pairs: [[before.side, after.side]] },
    {
      exceptions: read.exceptions,
      checksVersion: options.checkVersion ?? false,
      today: today(),
    },
  );
  const sources = [...new Set([...before.side.files, ...after.side.files])];
  return { changes: report.changes, nextVersion: report.versions[0], problems: report.problems, sources };
}
