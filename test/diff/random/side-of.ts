import { checkSources } from "../../../generator/check/check.js";
import { type Side, sideOfContract } from "../../../generator/diff/side.js";
import { buildContract } from "../../../generator/model/build-contract.js";
import { hasErrors, type Problem } from "../../../generator/problem/problem.js";
import type { FileInput } from "../../../generator/read/file.js";
import { readSources } from "../../../generator/read/reader.js";
import { readContract } from "../../../generator/read-contract.js";

export type Read = { readonly side: Side } | { readonly problems: readonly Problem[] };

/** The contract of a document, as `diff` takes it. */
export function sideOf(input: FileInput, root?: string): Read {
  const { read, problems } = readContract(input, root);
  return read && !hasErrors(problems) ? { side: sideOfContract(read.contract) } : { problems };
}

/** The same without the proof of its examples, which takes ten times as long and changes nothing of a contract. */
export function unprovenSideOf(input: FileInput, root?: string): Read {
  const read = readSources(input, root);
  if ("problems" in read) return read;
  const { problems: ofDocument } = checkSources(read.sources);
  if (hasErrors(ofDocument)) return { problems: ofDocument };
  const { contract, problems } = buildContract(read.sources, {});
  return hasErrors(problems) ? { problems } : { side: sideOfContract(contract) };
}

/** A document that is nowhere on the disk. */
export function inMemory(document: unknown): FileInput {
  return { path: "/openapi-errors-oracle/openapi.json", text: JSON.stringify(document) };
}
