import { parseDocument } from "yaml";
import { askPython } from "../python/run-python.js";
import { csvStructure } from "./csv-structure.js";
import { htmlStructure } from "./html-structure.js";
import { markdownStructure } from "./markdown-structure.js";
import type { Rendered } from "./matrix.js";
import { typescriptStrings, typescriptStructure } from "./typescript-structure.js";

/** What a file is made of, and the strings that its program would hold. */
interface Judged {
  readonly found: readonly string[];
  readonly strings?: readonly string[];
}

/**
 * By the name of each file, what it is made of that its benign twin is not, or the other way round; raw characters that
 * nobody sees; and codes that don't come back as they were.
 */
export async function escapes(hostile: Rendered, benign: Rendered): Promise<string[]> {
  const [ours, theirs] = await Promise.all([judge(hostile), judge(benign)]);
  const found: string[] = [];
  for (const [name, { found: mine, strings }] of ours) {
    const twin = theirs.get(name)?.found ?? [];
    // A text that is empty needs no tag.
    const lost = more(twin, mine).filter((each) => !each.startsWith("@"));
    const raw = rawIn(name, hostile.files.get(name) ?? "");
    const all = new Set(strings);
    const gone = strings && /codes\.ts$|errors\.py$/.test(name) ? hostile.codes.filter((code) => !all.has(code)) : [];
    const told = [
      ...more(mine, twin),
      ...lost.map((each) => `lost ${each}`),
      ...(raw === undefined ? [] : [`raw ${JSON.stringify(raw)}`]),
      ...gone.map((code) => `${JSON.stringify(code)} does not come back`),
    ];
    found.push(...told.map((each) => `${name}: ${each}`));
  }
  return found;
}

async function judge({ files }: Rendered): Promise<ReadonlyMap<string, Judged>> {
  const python = [...files].filter(([name]) => name.endsWith(".py"));
  const answers = await askPython<Judged>(
    "structure.py",
    python.map(([, text]) => text),
  );
  const judged = new Map(python.map(([name], index) => [name, answers[index]!]));
  for (const [name, text] of files) if (!judged.has(name)) judged.set(name, judgeText(name, text));
  return judged;
}

function judgeText(name: string, text: string): Judged {
  if (name.endsWith(".ts")) return { found: typescriptStructure(text), strings: typescriptStrings(text) };
  if (/\.(?:md|txt)$/.test(name)) return { found: markdownStructure(text) };
  if (name.endsWith(".html")) return { found: htmlStructure(text) };
  if (name.endsWith(".csv")) return { found: csvStructure(text) };
  // What a terminal shows is judged by its characters alone.
  if (name.endsWith(".terminal")) return { found: [] };
  if (name.endsWith(".yaml")) return { found: parseDocument(text).errors.map(({ message }) => `wrong: ${message}`) };
  JSON.parse(text);
  return { found: [] };
}

// What ends lines, moves or hides text, halves of surrogate pairs, and what is no character; but for tabs and line ends.
const unseen =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
/** A page may hold marks that a language needs, but none that reaches beyond its text. */
const unseenInPage =
  /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** JSON says what it is given, and no more. */
function rawIn(name: string, text: string): string | undefined {
  if (name.endsWith(".json")) return undefined;
  return (name.endsWith(".html") ? unseenInPage : unseen).exec(text)?.[0];
}

/** What is in the first list more often than in the second. */
function more(first: readonly string[], second: readonly string[]): string[] {
  const left = [...second];
  return first.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
