import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runPython, usual } from "../../python/run-python.js";
import { roundsOf } from "./answer-rows.js";
import { answers } from "./answers.js";
import { generated } from "./bundle.js";
import { figuresOf } from "./figures.js";
import { specOf } from "./own.js";
import type { Outcome, Row, Setting } from "./row.js";

export const rows: readonly Row[] = [
  {
    name: "python",
    group: "runtime",
    work: "Python's json.loads and parse_error, 280 B, listed",
    against: "json.loads",
    unit: "times",
    target: 8,
    measure: ofPython,
  },
];

const program = fileURLToPath(new URL("runtime.py", import.meta.url));

async function ofPython(setting: Setting): Promise<Outcome> {
  if (usual === undefined) return { notRun: "it needs Python 3.11 or later: name one in PYTHON" };
  const from = await generated(specOf("momail"), "momail", setting);
  const { rounds } = roundsOf(setting);
  const { status, stdout, stderr } = await runPython([program, String(rounds), JSON.stringify(answers.listed)], {
    cwd: join(from, "../.."),
  });
  assert.equal(status, 0, stderr);
  const runs = JSON.parse(stdout) as { ours: number; theirs: number }[];
  return figuresOf(runs, "us", `both read the body of ${answers.listed.expected.code}`);
}
