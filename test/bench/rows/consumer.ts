import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "../median.js";
import { figuresOf } from "./figures.js";
import { emit, own } from "./own.js";
import { notInstalled, programOf } from "./peers.js";
import { type Program, runSide } from "./processes.js";
import { realDocument } from "./real.js";
import type { Outcome, Row, Setting } from "./row.js";

export const rows: readonly Row[] = [
  {
    name: "consumer",
    group: "consumer",
    work: "what tsc takes for a program that reads GitHub's errors, beyond an empty one",
    against: "one that reads them by openapi-typescript's types",
    unit: "times",
    target: 0.4,
    measure: ofConsumer,
  },
];

const kinds = emit.withTypes
  .split(",")
  .filter((name) => !["python", "vectors", "markdown", "csv"].includes(name))
  .join();

const programs = {
  empty: "export {};\n",
  ours: `import { parseError } from "./made/api/index.js";

const error = parseError({ status: 404, body: {} });
export const said: string = \`\${error.code} \${error.message}\`;
if (error.listed) error.code satisfies string;
`,
  theirs: `import type { components, operations, paths } from "./peer.js";

type Answers<Path extends keyof paths> = paths[Path]["get"];
export type Got = Answers<keyof paths>;
export type Operation = operations[keyof operations];
export type Schemas = components["schemas"];
`,
} as const;

const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  module: "nodenext",
  strict: true,
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

async function ofConsumer(setting: Setting): Promise<Outcome> {
  const { folder, isShort, runs } = setting;
  const path = realDocument("github", setting);
  if (typeof path !== "string") return path;
  const peer = programOf("openapi-typescript", "bin/cli.js");
  const tsc = programOf("typescript", "bin/tsc");
  if (peer === undefined || tsc === undefined) return notInstalled("openapi-typescript");
  for (const [name, text] of Object.entries(programs)) {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, "package.json"), '{ "type": "module" }');
    writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    writeFileSync(join(cwd, "consumer.ts"), text);
  }
  await runSide([own(["generate", path, "--id", "api", "-o", "made", "--emit", kinds], { cwd: "ours" })], folder);
  await runSide([{ args: [peer, path, "-o", "peer.ts"], cwd: "theirs" }], folder);
  const compile = (cwd: keyof typeof programs): Program => ({ args: [tsc, "-p", "."], cwd });
  const seconds = async (cwd: keyof typeof programs) => (await runSide([compile(cwd)], folder)).seconds;
  const once = async () => ({
    empty: await seconds("empty"),
    ours: await seconds("ours"),
    theirs: await seconds("theirs"),
  });
  const measured = [await once()];
  const checked = checkedSizes(folder);
  if (!isShort) {
    measured.length = 0;
    while (measured.length < runs) measured.push(await once());
  }
  // An empty program differs by little, and is taken away from all.
  const empty = median(measured.map((each) => each.empty));
  const added = measured.map(({ ours, theirs }) => ({ ours: ours - empty, theirs: theirs - empty }));
  return figuresOf(added, "s", checked);
}

function checkedSizes(folder: string): string {
  const lines = (path: string) => readFileSync(join(folder, path), "utf8").split("\n").length;
  const [ours, theirs] = [lines("ours/made/api/errors.ts"), lines("theirs/peer.ts")];
  assert.ok(ours > 100 && theirs > 100);
  return `both compile: ${ours} lines of errors, ${theirs} lines of types`;
}
