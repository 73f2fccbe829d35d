import { extname, resolve } from "node:path";
import type { Problem } from "../problem/problem.js";
import { fileUnreadable } from "../problem/reading.js";
import { byTool, ToolFailure, toolFailed } from "../problem/tool.js";
import { type FileInput, readText, shownPath, type Unread } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import type { CatalogueRead } from "./entry.js";
import { entriesOfLines, lineForms } from "./lines.js";
import { entriesOfStrings } from "./strings.js";
import { entriesOfTree } from "./tree.js";

type Reader = (file: string, text: string) => CatalogueRead | Promise<CatalogueRead>;

const ofModule: Reader = async (file, text) => {
  const { entriesOfModule } = await import("./module.js");
  const task = { tool: "TypeScript", makes: "texts", fix: "keep the texts in a plainer file, as in JSON" };
  try {
    return byTool(task, () => entriesOfModule(file, text));
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    return {
      problems: [{ ...toolFailed(task.tool, task.makes, error.message, task.fix), position: beginningOf(file) }],
    };
  }
};
const ofXml: Reader = async (file, text) => (await import("./xml.js")).entriesOfXml(file, text);
const ofPo: Reader = async (file, text) => (await import("./po.js")).entriesOfPo(file, text);

/** By how a file's name ends. What only some catalogues need is loaded for these. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ...[".json", ".yaml", ".yml", ".arb", ".xcstrings"].map((ending) => [ending, entriesOfTree] as const),
  ...[".ts", ".mts", ".cts", ".js", ".mjs", ".cjs"].map((ending) => [ending, ofModule] as const),
  ...[".xml", ".xlf", ".xliff", ".resx"].map((ending) => [ending, ofXml] as const),
  [".po", ofPo],
  [".strings", entriesOfStrings],
  ...[...lineForms.keys()].map((ending) => [ending, entriesOfLines] as const),
]);

/** The texts of a message catalogue, or why there are none. */
export async function readCatalogue(input: FileInput): Promise<CatalogueRead> {
  const path = resolve(typeof input === "string" ? input : input.path);
  const file = shownPath(path);
  const reader = readers.get(extname(path).toLowerCase());
  const read = readText(input);
  if (!("text" in read)) return { problems: [unread(file, read)] };
  if (!reader) return { problems: [unread(file, unknownForm)] };
  return reader(file, read.text);
}

const unknownForm: Unread = {
  reason: "its name does not end as that of a message catalogue",
  fix: `name one that ends in ${[...readers.keys()].join(", ")}`,
};

function unread(file: string, why: Unread): Problem {
  return { ...fileUnreadable(file, why), position: beginningOf(file) };
}
