import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measure } from "../measure.js";
import { madeDocument } from "./made-document.js";
import { copySpecs, own, specOf, specs, writtenContract } from "./own.js";
import { notInstalled, programOf } from "./peers.js";
import { timesOf } from "./processes.js";
import type { Figures, Outcome, Row, Setting } from "./row.js";

/** Pages for people: what takes most, as Redocly renders the reference of each API. */
export const rows: readonly Row[] = [
  {
    name: "docs",
    group: "docs",
    work: "HTML docs for five APIs, cold",
    against: "five redocly build-docs one after another",
    unit: "times",
    target: 0.6,
    measure: ofFive,
  },
  {
    name: "docs-shared",
    group: "docs",
    work: "docs of 4,000 codes and 400 operations that share them",
    against: "a minute of the processor",
    unit: "s",
    target: 60,
    measure: ofShared,
  },
];

async function ofFive(setting: Setting): Promise<Outcome> {
  const { folder, isShort } = setting;
  const redocly = programOf("@redocly/cli", "bin/cli.js");
  if (redocly === undefined) return notInstalled("@redocly/cli");
  copySpecs(folder);
  const names = isShort ? (["momail"] as const) : specs;
  const theirs = names.map((name) => ({ args: [redocly, "build-docs", specOf(name), "-o", `${name}.html`] }));
  const before = () => rmSync(join(folder, "generated"), { recursive: true, force: true });
  // The contract beside them tells which operations a page has to hold.
  const ours = own(["generate", ...names, "--emit", "json,docs"], { before });
  return timesOf([ours], theirs, setting, () => {
    let operations = 0;
    for (const name of names) {
      const pages = [join(folder, "generated/docs", name, "index.html"), join(folder, `${name}.html`)];
      const [our, their] = pages.map((page) => readFileSync(page, "utf8"));
      for (const { id } of writtenContract(join(folder, "generated", name)).operations) {
        assert.ok(our!.includes(id) && their!.includes(id), `${name}: ${id}`);
        operations += 1;
      }
    }
    return `${operations} operations in the pages of both`;
  });
}

/** Seconds of the clock, after which nobody waits any more. */
const limit = 180;

async function ofShared({ folder, isShort }: Setting): Promise<Outcome> {
  const [codes, operations] = isShort ? [4, 2] : [4000, 400];
  writeFileSync(join(folder, "openapi.json"), madeDocument({ codes, operations, isShared: true }));
  const { args } = own(["generate", "openapi.json", "-o", "ours", "--emit", "docs"]);
  const { status, seconds, said } = await measure(args, folder, limit);
  if (status === null) return { ...once(limit), isUnfinished: true, checked: "that it had not ended" };
  assert.equal(status, 0, said);
  for (const code of [0, codes - 1]) assert.ok(existsSync(join(folder, `ours/docs/made/errors/code_${code}.html`)));
  return { ...once(seconds), checked: "a page of the first code and of the last" };
}

function once(seconds: number): Omit<Figures, "checked"> {
  return { figure: seconds, ours: { amount: seconds, unit: "s" }, spread: [seconds, seconds], runs: 1 };
}
