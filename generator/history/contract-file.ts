import { resolve } from "node:path";
import type { Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { parseMap } from "../read/parse.js";
import { openSource } from "../read/reader.js";
import { child, rootOf, type Source } from "../read/source.js";
import type { Target } from "../read/target.js";
import type { ContractData } from "../view/data/contract-data.js";
import { isContractData } from "../view/data/is-contract-data.js";

/** What an errors.json holds, or why it is none. */
export function contractDataOf({ value, path }: Source): ContractData | { readonly problem: Problem } {
  if (isContractData(value)) return value;
  const file = shownPath(path);
  const why = {
    reason: "it is no errors.json as `generate` writes it",
    fix: "generate it again, or name the document",
  };
  return { problem: { ...fileUnreadable(file, why), position: beginningOf(file) } };
}

/** A file that is an errors.json; undefined where it is something else, or can't be read. */
export function contractFile({ document, text }: Pick<Target, "document" | "text">): Source | undefined {
  if (!document.endsWith(".json")) return undefined;
  const path = resolve(document);
  const opened = openSource(text === undefined ? path : { path, text }, parseMap);
  if (!("source" in opened)) return undefined;
  const root = rootOf(opened.source);
  const isContract = child(root, "format").value === 1 && Array.isArray(child(root, "errors").value);
  return isContract ? opened.source : undefined;
}
