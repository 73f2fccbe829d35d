import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { Document as YamlDocument } from "yaml";
import { reportOf } from "../../generator/commands/diff/report.js";
import { printChanges } from "../../generator/commands/diff/text.js";
import { type RuleId, rules } from "../../generator/diff/rules.js";
import { loadSide } from "../../generator/history/load.js";
import { type Edit, edits } from "../diff/edits.js";
import { type Document, shop } from "../diff/shop.js";
import type { Page } from "./generated.js";

/** A page for each kind of change: what it means, whom it hurts, and an edit by which it is found. */
export async function changePages(): Promise<Page[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "openapi-errors-pages-")));
  try {
    const pages: Page[] = [];
    for (const id of Object.keys(rules) as RuleId[]) pages.push(await changePage(id, folder));
    return pages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function changePage(id: RuleId, folder: string): Promise<Page> {
  const documents = documentsOf(id);
  return {
    path: `changes/${id}.md`,
    text: `${aboutRule(id)}${documents ? await shown(id, documents, folder) : ""}${end}`,
  };
}

const end = "\n[All changes](../diff.md#changes)\n";

function aboutRule(id: RuleId): string {
  const { level, facet, hurts, meaning } = rules[id];
  return `# ${id}

${meaning}

| level | is about | hurts |
|---|---|---|
| ${level} | ${facet} | ${hurts.join(", ") || "nobody"} |
`;
}

/** An edit, and what is said of it. */
async function shown(id: RuleId, [old, now]: Documents, folder: string): Promise<string> {
  writeFileSync(join(folder, "old.yaml"), yamlOf(old));
  writeFileSync(join(folder, "new.yaml"), yamlOf(now));
  const [before, after] = [await sideOf(join(folder, "old.yaml")), await sideOf(join(folder, "new.yaml"))];
  const { changes } = reportOf(
    { pairs: [[before, after]] },
    { exceptions: [], checksVersion: false, today: "2026-01-01" },
  );
  const own = changes.filter(({ rule }) => rule === id).slice(0, 1);
  const said = printChanges(own, false)
    .split("\n\n", 1)[0]
    ?.replaceAll(folder + sep, "");
  return `
An edit that is one:

\`\`\`diff
${linesThatDiffer(folder)}
\`\`\`

\`\`\`text
${said}
\`\`\`
`;
}

type Documents = readonly [old: Document, now: Document];

/** Before and after the first edit that gives it, or is taken back. */
function documentsOf(id: RuleId): Documents | undefined {
  const gives = (said: readonly string[]) => said.some((text) => text.startsWith(`${id} `));
  const forth = Object.values(edits).filter(({ says }) => gives(says));
  // One that is nothing else shows it best.
  const found = forth.find(({ says }) => says.length === 1) ?? forth[0];
  const back = found ?? Object.values(edits).find((edit) => gives(edit.back));
  // Which rules have none, test/diff/rules says.
  if (!back) return undefined;
  const { given = () => undefined, edit } = back;
  const [one, other] = [made([given]), made([given, edit])];
  return found ? [one, other] : [other, one];
}

function made(steps: readonly Edit[]): Document {
  return steps.reduce((document, step) => step(document) ?? document, shop());
}

function yamlOf(document: Document): string {
  return new YamlDocument(document, { aliasDuplicateObjects: false }).toString({ lineWidth: 100 });
}

async function sideOf(path: string) {
  const loaded = await loadSide(path);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.side;
}

/** As `git diff` shows them, without its heading; of many places the first. */
function linesThatDiffer(folder: string): string {
  const args = ["diff", "--no-index", "--no-color", "--unified=1", "old.yaml", "new.yaml"];
  const { stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  const hunks = lines
    .slice(lines.findIndex((line) => line.startsWith("@@")))
    .map((line) => line.replace(/^@@.*@@.*$/, "@@"));
  return hunks.length <= 40 ? hunks.slice(1).join("\n") : `${hunks.slice(1, 40).join("\n")}\n...`;
}
