import { resolve } from "node:path";
import { problemOfFailure } from "./failure.js";
import { withDocsLinks } from "./model/derived/docs-links.js";
import { idTwice } from "./problem/id.js";
import type { Problem } from "./problem/problem.js";
import { type FileInput, pathOf, shownPath } from "./read/file.js";
import { beginningOf } from "./read/lines.js";
import { type Overlaid, readOverlaid } from "./read/overlay.js";
import type { Target } from "./read/target.js";
import { type ContractResult, readContract } from "./read-contract.js";

type Read = NonNullable<ContractResult["read"]>;

export interface ContractsResult {
  /** For each target what it says; undefined where its document could not be understood at all. */
  readonly reads: readonly (Read | undefined)[];
  readonly problems: readonly Problem[];
  /** Every file that was opened. */
  readonly files: readonly string[];
}

/** The contracts of several documents, each read as its settings say: every command reads them here. `root` wins over theirs. */
export async function readContracts(targets: readonly Target[], root?: string): Promise<ContractsResult> {
  const results = await Promise.all(
    targets.map(async (target) => {
      const { overlays = [], text } = target;
      const document = text === undefined ? target.document : { path: target.document, text };
      const overlaid = overlays.length === 0 ? undefined : await overlaidOrFailed(document, overlays);
      return readContract(document, root ?? target.root, { ...target, overlaid });
    }),
  );
  const reads = results.map(({ read }, index) => read && linked(read, targets[index]?.docsUrl));
  return {
    reads,
    problems: [...results.flatMap(({ problems }) => problems), ...idsTwice(reads, targets)],
    files: results.flatMap(({ files }) => files),
  };
}

async function overlaidOrFailed(document: FileInput, overlays: readonly FileInput[]): Promise<Overlaid> {
  try {
    return await readOverlaid(document, overlays);
  } catch (error) {
    const problems = [problemOfFailure(error, shownPath(pathOf(document)))];
    return { source: undefined, problems, files: overlays.map(pathOf) };
  }
}

function linked(read: Read, docsUrl: string | undefined): Read {
  return { ...read, contract: withDocsLinks(read.contract, docsUrl) };
}

/** Two contracts with one id would write to the same place. */
function idsTwice(reads: ContractsResult["reads"], targets: readonly Target[]): Problem[] {
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
