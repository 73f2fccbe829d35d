import { operationsTooMany } from "../problem/contract.js";
import type { Problem } from "../problem/problem.js";
import { writtenOperations } from "../read/error-part.js";
import { beginningOf } from "../read/lines.js";
import type { Sources } from "../read/reader.js";

const maxOperations = 100_000;

/** Whether a document has more operations than anything is made for. */
export function checkSize(sources: Sources): Problem[] {
  const count = writtenOperations(sources).length;
  if (count <= maxOperations) return [];
  return [{ ...operationsTooMany(count, maxOperations), position: beginningOf(sources.document.source.file) }];
}
