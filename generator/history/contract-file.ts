import { resolve } from "node:path";
import { parseMap } from "../read/parse.js";
import { openSource } from "../read/reader.js";
import { child, rootOf, type Source } from "../read/source.js";
import type { Target } from "../read/target.js";

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
