import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copySpecs, own, specOf } from "./own.js";
import { type Program, runSide, timesOf } from "./processes.js";
import type { Outcome, Row, Setting } from "./row.js";

/** What is generated again and again: the project's five documents, with their docs. */
export const rows: readonly Row[] = [
  {
    name: "nothing-changed",
    group: "generate",
    work: "generate, nothing changed, five documents with docs",
    against: "node -e 0",
    unit: "times",
    target: 3,
    measure: (setting) => ofNothing(["generate"], setting),
  },
  {
    name: "check",
    group: "generate",
    work: "generate --check, nothing changed, five documents with docs",
    against: "node -e 0",
    unit: "times",
    target: 3,
    measure: (setting) => ofNothing(["generate", "--check"], setting),
  },
  {
    name: "one-changed",
    group: "generate",
    work: "one description changed in one of five documents with docs",
    against: "the cold run",
    unit: "times",
    target: 0.3,
    measure: ofOneChanged,
  },
];

async function ofNothing(args: readonly string[], setting: Setting): Promise<Outcome> {
  const { folder, isShort } = setting;
  copySpecs(folder);
  // Docs take seconds: what a short run proves, it proves without.
  const asked = isShort ? [...args, "momail", "--emit", "codes,json"] : args;
  await runSide([own(asked.filter((each) => each !== "--check"))], folder);
  const written = () => filesIn(join(folder, "generated")).map((path) => `${path} ${statSync(path).mtimeMs}`);
  const before = written();
  // Both are over in no time: of few runs the noise is too much.
  return timesOf([own(asked)], [{ args: ["-e", "0"] }], { ...setting, runs: setting.runs * 4 }, () => {
    assert.deepEqual(written(), before);
    return `${before.length} files stay as they are`;
  });
}

async function ofOneChanged(setting: Setting): Promise<Outcome> {
  const { folder, isShort } = setting;
  const asked = isShort ? ["generate", "momail", "--emit", "codes,json,markdown"] : ["generate"];
  const said = "The domain could not be verified";
  const text = readFileSync(specOf("momail"), "utf8");
  assert.ok(text.includes(said));
  let count = 0;
  const change = (cwd: string) =>
    writeFileSync(join(folder, cwd, "spec/momail.yaml"), text.replaceAll(said, `${said} (${count})`));
  for (const cwd of ["warm", "cold"]) {
    mkdirSync(join(folder, cwd));
    copySpecs(join(folder, cwd));
  }
  const cold: Program = own(asked, {
    cwd: "cold",
    before: () => {
      change("cold");
      rmSync(join(folder, "cold/generated"), { recursive: true, force: true });
    },
  });
  const warm: Program = own(asked, {
    cwd: "warm",
    before: () => {
      count += 1;
      change("warm");
    },
  });
  await runSide([own(asked, { cwd: "warm" })], folder);
  return timesOf([warm], [cold], setting, () => {
    const [ours, theirs] = ["warm", "cold"].map((cwd) => contentsOf(join(folder, cwd, "generated")));
    assert.deepEqual(ours, theirs);
    const changed = ours!.filter(([, content]) => content.includes(`${said} (${count})`));
    assert.ok(changed.length > 0);
    return `${ours!.length} files are what the cold run writes, ${changed.length} of them with the change`;
  });
}

/** But not the list of them, which a run may use to remember more. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

function contentsOf(folder: string): (readonly [path: string, content: string])[] {
  return filesIn(folder).map((path) => [path.slice(folder.length), readFileSync(path, "utf8")]);
}
