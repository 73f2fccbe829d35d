import type { Finding, Problem } from "../problem/problem.js";
import {
  aliasesTooMany,
  documentEmpty,
  keyDuplicate,
  nestingTooDeep,
  syntaxBroken,
  tagWithoutJson,
} from "../problem/syntax.js";
import { byTool, ToolFailure, toolFailed } from "../problem/tool.js";
import { checkAnchors } from "./anchor-count.js";
import { checkEntries, maxEntries } from "./entry-count.js";
import { scanJson } from "./json-text.js";
import { lineAt, linesOf, positionIn } from "./lines.js";
import { isObject, type Parsed } from "./source.js";
import { checkCount, maxValues } from "./value-count.js";
import { parseStrictly } from "./yaml-document.js";
import { loadYaml, type Refusal } from "./yaml-load.js";

/** How many levels a file may be nested. */
export const maxDepth = 200;

/** Reads YAML 1.2 or JSON, of a file that is referred to. Never throws. */
export function parseText(file: string, text: string): Parsed {
  return holding((value) => typeof value === "object" && value !== null, ofPart, file, text);
}

const ofPart = "what the references that lead here stand for";

const ofDocument = "an OpenAPI document begins with `openapi: 3.1.0`";

/** The same for what has to be a map, as a document has. */
export const parseMap = mapParser(ofDocument);

/** The same for another file than a document. `belonging`: what such a file holds, for one that holds no map. */
export function mapParser(belonging: string): typeof parseText {
  return (file, text) => holding(isObject, belonging, file, text);
}

function holding(fits: (value: unknown) => boolean, belonging: string, file: string, text: string): Parsed {
  const parsed = parseJson(file, text) ?? parseYaml(file, text);
  if ("problems" in parsed || fits(parsed.value)) return parsed;
  return { problems: [problemIn(file, text, 0, documentEmpty(belonging))] };
}

// Above this many characters, the slower of two parsers would take more than a second: with many aliases, far fewer.
const maxSlow = { syntax: 3_000_000, documents: 3_000_000, aliases: 300_000, depth: 300_000 };

function parseYaml(file: string, text: string): Parsed {
  for (const check of [checkCount, checkEntries, checkAnchors]) {
    const problems = check(file, text);
    if (problems.length > 0) return { problems };
  }
  const loaded = loadYaml(text, maxDepth);
  if ("value" in loaded) return loaded;
  const { refusal } = loaded;
  const tag = /tag:yaml\.org,2002:(binary|omap|pairs|set|timestamp)>/.exec(refusal.reason)?.[1];
  if (tag) return { problems: [problemIn(file, text, refusal.offset, tagWithoutJson(tag))] };
  if (text.length <= maxSlow[refusal.kind]) return parseSlowly(file, text);
  return { problems: [problemIn(file, text, Math.min(refusal.offset, text.trimEnd().length), findingOf(refusal))] };
}

function parseSlowly(file: string, text: string): Parsed {
  try {
    return byTool(reading, () => parseStrictly(file, text, maxDepth));
  } catch (error) {
    if (!(error instanceof ToolFailure)) throw error;
    const { tool, makes, fix } = error.task;
    return { problems: [problemIn(file, text, 0, toolFailed(tool, makes, error.message, fix))] };
  }
}

const reading = { tool: "yaml", makes: "a value", fix: "write the file in plainer YAML, or as JSON" };

/** What is wrong with a text that is too long to ask the slower parser. */
function findingOf({ kind, reason }: Refusal): Finding {
  if (kind === "documents") return syntaxBroken("MULTIPLE_DOCS", "");
  if (kind === "aliases") return aliasesTooMany();
  return kind === "depth" || reason.includes("maxDepth") ? nestingTooDeep() : syntaxBroken("", reason);
}

/** Undefined where the text is no JSON: it may be YAML, which knows best what is wrong with it. */
function parseJson(file: string, text: string): Parsed | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const { found, longEnds } = scanJson(text, { maxDepth, maxValues, maxEntries });
  // Who can't tell JSON apart from the rest counts otherwise.
  if (found.at(-1)?.kind === "count") return undefined;
  // JSON.parse takes any depth, and seconds for it.
  if (!found.some(({ kind }) => kind === "depth")) {
    try {
      const value: unknown = JSON.parse(text);
      if (found.length === 0) return { value, longEnds };
    } catch {
      return undefined;
    }
  }
  const lines = linesOf(text);
  return {
    problems: found.map((irregularity) => {
      const finding =
        irregularity.kind === "duplicate"
          ? keyDuplicate(irregularity.key, lineAt(lines, irregularity.first) + 1)
          : nestingTooDeep();
      return { ...finding, position: positionIn(file, text, lines, irregularity.offset) };
    }),
  };
}

function problemIn(file: string, text: string, offset: number, finding: Finding): Problem {
  return { ...finding, position: positionIn(file, text, linesOf(text), offset) };
}
