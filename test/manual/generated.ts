import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Tool } from "../../generator/commands/mcp/tool.js";
import { tools } from "../../generator/commands/mcp/tools.js";
import { rules } from "../../generator/diff/rules.js";
import { problemCodes, problemMeanings } from "../../generator/problem/meanings.js";
import { ownSchema } from "../../generator/read/own-validators.js";
import { type Category, categoryOfStatus, retryOfCategory } from "../../generator/runtime/category.js";
import { chart, summaryOf } from "../bench/chart.js";
import { benchFile, readBench } from "../bench/kept.js";
import { costTable, longTable, machineText, shortTable } from "../bench/table.js";
import { cases, codesIn } from "../problems/cases.js";
import { runCli } from "../support/cli.js";
import { changePages } from "./change-pages.js";
import { schemaTables } from "./schema-table.js";

export const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

const readme = "../README.md";

/** A page of docs/, or the README, that holds what is made from a source: all of it, or the parts between marks. */
export interface Page {
  /** Relative to docs/. */
  readonly path: string;
  readonly text: string;
}

const mark = /(<!-- generated: (\S+)(?: (\S+))? -->\n).*?(<!-- end -->)/gs;

/** What the marks stand for: `<!-- generated: schema x-error -->`. */
const makers: Readonly<Record<string, (name: string) => string>> = {
  schema: (name) => schemaTables(ownSchema(name), ownSchema),
  entries: (name) => {
    const { $defs } = ownSchema(name) as { $defs: { entry: object } };
    return schemaTables({ ...$defs.entry, $defs }, ownSchema);
  },
  help: (command) => `\`\`\`text\n${runCli([command, "--help"], { env: { COLUMNS: "100" } }).stdout}\`\`\`\n`,
  categories: () => `| category | of the statuses | retry |\n|---|---|---|\n${categories.map(categoryRow).join("")}`,
  rules: () =>
    `| change | level | what it means | hurts |\n|---|---|---|---|\n${Object.entries(rules)
      .map(
        ([id, { level, meaning, hurts }]) =>
          `| [\`${id}\`](changes/${id}.md) | ${level} | ${meaning} | ${hurts.join(", ")} |\n`,
      )
      .join("")}`,
  action: (part) => actionTable(part),
  tools: () => `| tool | says | by |\n|---|---|---|\n${tools.map(toolRow).join("")}`,
  bench: (part) => benchParts[part]!(),
  problems: () => `| problem | means |\n|---|---|\n${problemCodes.map(rowOf).join("")}`,
};

function toolRow({ listed: { name, title = "" }, parameters, required }: Tool): string {
  const names = Object.keys(parameters).map((each) => `\`${each}\`${required.includes(each) ? " (always)" : ""}`);
  return `| \`${name}\` | ${title.charAt(0).toLowerCase()}${title.slice(1)} | ${names.join(", ")} |\n`;
}

const bench = readBench(benchFile);
const benchParts: Readonly<Record<string, () => string>> = {
  readme: () =>
    `![${summaryOf(bench)}](docs/images/bench.svg)\n\n<details>\n<summary>The same as a table</summary>\n\n` +
    `${shortTable(bench)}\n</details>\n`,
  rows: () => longTable(bench),
  cost: () => costTable(bench),
  machine: () => machineText(bench),
};

/** Every page with what is made, as it should be. */
export async function generatedPages(): Promise<Page[]> {
  const written = readdirSync(docs, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .concat(readme)
    .map((path) => ({ path, text: readFileSync(join(docs, path), "utf8") }))
    .filter(({ text }) => text.includes("<!-- generated: "))
    .map(({ path, text }) => ({ path, text: filled(text) }));
  const picture = { path: "images/bench.svg", text: chart(bench) };
  return [...written, picture, ...problemCodes.map(problemPage), ...(await changePages())].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

type Described = Readonly<Record<string, { readonly description: string; readonly default?: string }>>;

/** The inputs or the outputs of the action. */
function actionTable(part: string): string {
  const { [part]: described = {} } = parse(readFileSync(join(docs, "../action.yml"), "utf8")) as Record<
    string,
    Described
  >;
  const hasDefaults = Object.values(described).some((one) => one.default !== undefined);
  const rows = Object.entries(described).map(([name, { description, default: preset }]) => {
    const cells = [`\`${name}\``, ...(hasDefaults ? [preset ? `\`${preset}\`` : ""] : []), description];
    return `| ${cells.join(" | ")} |\n`;
  });
  const head = hasDefaults
    ? "| input | default | what it is |\n|---|---|---|\n"
    : "| output | what it is |\n|---|---|\n";
  return head + rows.join("");
}

function filled(text: string): string {
  return text.replace(mark, (_, start: string, kind: string, name: string | undefined, end: string) => {
    const make = makers[kind];
    if (!make) throw new Error(`nothing makes ${kind}`);
    return `${start}\n${make(name ?? "")}\n${end}`;
  });
}

const categories = (ownSchema("x-error") as { $defs: { error: { properties: { category: { enum: Category[] } } } } })
  .$defs.error.properties.category.enum;

/** What a category is without a word of the document: the statuses that give it, and what retrying does then. */
function categoryRow(category: Category): string {
  const statuses = Array.from({ length: 200 }, (_, index) => 400 + index).filter(
    (status) => categoryOfStatus(status) === category,
  );
  const named = statuses.length > 10 ? `other ${statuses[0]! < 500 ? "4xx" : "5xx"}` : statuses.join(", ");
  const retries = new Set((statuses.length > 0 ? statuses : [400]).map((status) => retryOfCategory(category, status)));
  return `| \`${category}\` | ${named || "none: the document says it"} | ${[...retries].join(", or ")} |\n`;
}

function rowOf(code: (typeof problemCodes)[number]): string {
  return `| [\`${code}\`](${code}.md) | ${firstSentence(problemMeanings[code]).replaceAll("|", "\\|")} |\n`;
}

function firstSentence(text: string): string {
  return text.split(/(?<=[.:]) (?=[A-Z])/, 1)[0] ?? text;
}

/** What a problem means, and how it looks: from the cases that the tests hold the tool to. */
function problemPage(code: (typeof problemCodes)[number]): Page {
  const frames = cases
    .flatMap(({ expected }) => expected.split("\n\n"))
    .filter((frame) => codesIn(frame).includes(code) && frame.split("\n").every((line) => line.length < 110));
  const shown = [...new Map(frames.map((frame) => [kindOf(frame), frame.trim()])).values()].slice(0, 4);
  const examples = shown.map((frame) => `\n\`\`\`text\n${frame}\n\`\`\`\n`).join("");
  return {
    path: `problems/${code}.md`,
    text: `# ${code}\n\n${problemMeanings[code]}\n${examples === "" ? "" : `\nIt looks like this:\n${examples}`}\n[All problems](README.md)\n`,
  };
}

/** Frames whose messages differ only in what they quote are of one kind. */
function kindOf(frame: string): string {
  return (frame.split("\n", 1)[0] ?? "").replace(/^\S+ /, "").replace(/`[^`]*`/g, "");
}
