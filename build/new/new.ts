import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { planFor } from "./kinds.js";
import { apply, mark, Refused } from "./plan.js";

// `npm run new -- problem|emitter|command NAME`: all the files that one more takes, registered, with tests that pass.
const project = fileURLToPath(new URL("../../", import.meta.url));

/** Runs one of the project's own tools; what it says is shown where it fails. */
function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  // Inside a test, the runner of tests would take itself for a part of that.
  const { NODE_TEST_CONTEXT: _, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    env: { ...own, ...env },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`node ${args.join(" ")}\n${stdout}${stderr}`);
}

/** Where a person has to say something: what is expected of a program follows from that. */
function openPlaces(paths: readonly string[]): string[] {
  return paths
    .filter((path) => !path.endsWith(".txt"))
    .flatMap((path) =>
      readFileSync(join(project, path), "utf8")
        .split("\n")
        .flatMap((line, index) => (line.includes(mark) ? [`${path}:${index + 1}`] : [])),
    );
}

function list(title: string, lines: readonly string[]): void {
  console.log(`${title}\n${lines.map((line) => `  ${line}\n`).join("")}`);
}

try {
  const plan = planFor(process.argv.slice(2));
  const { written, changed } = apply(plan, project);
  const formatted = [...written, ...changed].filter((path) => /\.(?:ts|json)$/.test(path));
  run(["node_modules/@biomejs/biome/bin/biome", "check", "--write", ...formatted]);
  const open = openPlaces([...written, ...changed]);
  run(["--import", "tsx", "--test", ...plan.renews], { UPDATE: "1" });
  list("New:", written);
  list("Changed:", changed);
  list(`Yours to say, where \`${mark}\` stands:`, open);
  const renewed = [...(plan.later ?? []), ...plan.renews];
  list("Then:", [`UPDATE=1 node --import tsx --test ${renewed.join(" ")}`, "npm run lint && npm test"]);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(`new: ${error.message}`);
  process.exitCode = 2;
}
