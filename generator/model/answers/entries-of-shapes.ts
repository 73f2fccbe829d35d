import type { Sources } from "../../read/reader.js";
import { shownAt } from "../evidence/codes-of-examples.js";
import type { ExtensionEntry } from "../evidence/extension-entry.js";
import type { PlacedBranch } from "./declared-branches.js";

/** What is told of the codes of one alternative. */
type EntriesOf = (branch: PlacedBranch) => readonly ExtensionEntry[];

/**
 * What an answer lists is of its first alternative with a place for codes; what only a body of another shape shows, which
 * no schema describes, is of that one.
 */
export function entriesOfShapes(
  placed: readonly PlacedBranch[],
  first: PlacedBranch | undefined,
  entriesOf: EntriesOf,
  follow: Sources["follow"],
): EntriesOf {
  const unlike = placed.filter(({ media, schema }) => schema.value === undefined && media.schema.value !== undefined);
  if (first === undefined || unlike.length === 0 || unlike.includes(first)) return entriesOf;
  const shows = ({ media, envelope }: PlacedBranch, code: string) =>
    envelope?.code !== undefined && shownAt(media, envelope.code, follow).has(code);
  const shapeOf = ({ code }: ExtensionEntry) =>
    shows(first, code) ? undefined : unlike.find((branch) => shows(branch, code));
  return (branch) => {
    if (!unlike.includes(branch))
      return entriesOf(branch).map((entry) => (shapeOf(entry) ? { ...entry, lists: false } : entry));
    const told = entriesOf(first).filter((entry) => entry.lists && shapeOf(entry) === branch);
    return [...told, ...entriesOf(branch)];
  };
}
