import { resolve } from "node:path";
import { problemOfFailure } from "./failure.js";
import { withDocsLinks } from "./model/derived/docs-links.js";
import { idTwice } from "./problem/id.js";
import type { Problem } from "./problem/problem.js";
import { type FileInput, type OpenedFile, pathOf, shownPath } from "./read/file.js";
import { beginningOf } from "./read/lines.js";
import { type Overlaid, readOverlaid } from "./read/overlay.js";
import type { Target } from "./read/target.js";
import { type ContractResult, type KnownRead, type Read, readContract } from "./read-contract.js";

export interface ContractsResult<Said extends KnownRead = Read> {
  /** For each target what it says; undefined where its document could not be understood at all. */
  readonly reads: readonly (Said | undefined)[];
  readonly problems: readonly Problem[];
  /** Every file that they depend on. */
  readonly files: readonly OpenedFile[];
  /** The same of each target. */
  readonly results: readonly ContractResult<Said>[];
}

/** The contracts of several documents, each read as its settings say: every command reads them here. `root` wins over theirs. */
export async function readContracts(targets: readonly Target[], root?: string): Promise<ContractsResult> {
  const results = await Promise.all(targets.map((target) => readTarget(target, root)));
  return { ...joined(results), problems: [...problemsOf(results), ...idsTwice(results, targets)] };
}

/** The same where of some is known what they say, and is not read again. */
export async function readUnknown(
  targets: readonly Target[],
  root: string | undefined,
  known: readonly (ContractResult<KnownRead> | undefined)[],
): Promise<ContractsResult<KnownRead>> {
  const results = await Promise.all(targets.map((target, index) => known[index] ?? readTarget(target, root)));
  const ids = results.flatMap(({ read }) => read?.contract.id ?? []);
  // Where the ids stand has to be told then.
  if (new Set(ids).size < ids.length) return readContracts(targets, root);
  return { ...joined(results), problems: problemsOf(results) };
}

/** The contract of one document. */
export async function readTarget(target: Target, root?: string): Promise<ContractResult> {
  const { overlays = [], text } = target;
  const document = text === undefined ? target.document : { path: target.document, text };
  const overlaid = overlays.length === 0 ? undefined : await overlaidOrFailed(document, overlays);
  const { read, ...result } = readContract(document, root ?? target.root, { ...target, overlaid });
  const problems = result.problems.map((problem) => whereNamed(problem, target));
  return { ...result, problems, read: read && { ...read, contract: withDocsLinks(read.contract, target.docsUrl) } };
}

/** What redocly.yaml names and can't be read is told where it names it: the file itself shows nothing. */
function whereNamed(problem: Problem, { filesNamed = {} }: Target): Problem {
  if (problem.code !== "file-unreadable") return problem;
  const named = Object.entries(filesNamed).find(([path]) => shownPath(path) === problem.position.file);
  return named ? { ...problem, position: named[1] } : problem;
}

function joined<Said extends KnownRead>(results: readonly ContractResult<Said>[]) {
  return { results, reads: results.map(({ read }) => read), files: results.flatMap(({ files }) => files) };
}

function problemsOf(results: readonly ContractResult<KnownRead>[]): Problem[] {
  return results.flatMap(({ problems }) => problems);
}

async function overlaidOrFailed(document: FileInput, overlays: readonly FileInput[]): Promise<Overlaid> {
  try {
    return await readOverlaid(document, overlays);
  } catch (error) {
    const problems = [problemOfFailure(error, shownPath(pathOf(document)))];
    return {
      source: undefined,
      problems,
      files: overlays.map((overlay) => ({ path: pathOf(overlay), text: undefined })),
    };
  }
}

/** Two contracts with one id would write to the same place. */
function idsTwice(results: readonly ContractResult[], targets: readonly Target[]): Problem[] {
  const reads = results.map(({ read }) => read);
  const seen = new Map<string, string>();
  const taken = new Set(reads.map((read) => read?.contract.id));
  return reads.flatMap((read, index): Problem[] => {
    if (!read) return [];
    const { id } = read.contract;
    const other = seen.get(id);
    seen.set(id, other ?? shownPath(resolve(read.file)));
    if (other === undefined) return [];
    const { places, name, id: said } = targets[index] ?? {};
    const written = places?.id ?? read.positionOfId();
    const madeFrom = written === undefined && said === undefined ? (name ?? read.contract.title) : undefined;
    let free = 2;
    while (taken.has(`${id}_${free}`)) free++;
    taken.add(`${id}_${free}`);
    const position = written ?? places?.[""] ?? beginningOf(shownPath(resolve(read.file)));
    return [{ ...idTwice(id, other, `${id}_${free}`, madeFrom), position }];
  });
}
