import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { manyCodes } from "../many-codes.js";
import { measure } from "../measure.js";
import { median } from "../median.js";
import { cold } from "./cold.js";
import { madeDocument, type Sizes } from "./made-document.js";
import { emit, own, writtenContract } from "./own.js";
import { type Program, timesOf } from "./processes.js";
import type { Outcome, Row, Setting } from "./row.js";

/** What more of something takes: ten times of it, and one more. */
export const rows: readonly Row[] = [
  {
    name: "growth",
    group: "growth",
    work: "ten times the codes and operations, from 10 to 10,000, all but docs: the worst step",
    against: "a tenth of them",
    unit: "times",
    target: 11,
    measure: ofGrowth,
  },
  cost("code", "one code more", 2000, (count) => ({ codes: 100 + count, operations: 100 })),
  cost("operation", "one operation more", 2000, (count) => ({ codes: 100, operations: 100 + count })),
  cost("megabyte", "one MB more of JSON that no error reaches", 10, (count) => ({
    codes: 100,
    operations: 100,
    beside: count,
  })),
  cost("yaml", "one MB more of YAML that no error reaches", 3, (count) => ({
    codes: 100,
    operations: 100,
    beside: count,
  })),
  {
    name: "cost-document",
    group: "cost",
    work: "one document more, of ten codes and ten operations, in a run",
    against: "the run without it",
    unit: "ms",
    measure: ofDocuments,
  },
];

async function ofGrowth({ folder, runs, isShort }: Setting): Promise<Outcome> {
  const sizes = isShort ? [1, 10] : [10, 100, 1000, 10_000];
  const each: number[][] = [];
  while (each.length < (isShort ? 1 : runs)) {
    const took: number[] = [];
    for (const size of sizes) {
      writeFileSync(join(folder, "openapi.json"), manyCodes(size));
      const { args, before } = cold("openapi.json", emit.withTypes, folder);
      before?.();
      const { status, seconds, said } = await measure(args, folder);
      assert.equal(status, 0, said);
      const { errors, operations } = writtenContract(join(folder, "ours/api"));
      assert.deepEqual([errors.length, operations.length], [size, size]);
      took.push(seconds);
    }
    each.push(took);
  }
  const steps = each.map((took) => Math.max(...took.slice(1).map((seconds, index) => seconds / took[index]!)));
  const least = (index: number) => median(each.map((took) => took.at(index)!));
  return {
    figure: median(steps),
    ours: { amount: least(-1), unit: "s" },
    theirs: { amount: least(-2), unit: "s" },
    spread: [Math.min(...steps), Math.max(...steps)],
    runs: each.length,
    checked: `${sizes.at(-1)} codes and operations in the largest contract`,
  };
}

function cost(name: string, work: string, most: number, sizesOf: (count: number) => Sizes): Row {
  const measured = async (setting: Setting): Promise<Outcome> => {
    const { folder, isShort } = setting;
    const isYaml = name === "yaml";
    const written = (title: string, sizes: Sizes) => {
      const text = madeDocument(sizes);
      const file = `${title}.${isYaml ? "yaml" : "json"}`;
      writeFileSync(join(folder, file), isYaml ? stringify(JSON.parse(text)) : text);
      return cold(file, isShort ? emit.withoutTypes : emit.withTypes, folder);
    };
    // What is only tried is tried quickly.
    const [count, smaller] = isShort ? [1, nothing] : [most, written("smaller", sizesOf(0))];
    const check = () => contractOf(folder, sizesOf(isShort ? count : 0));
    const perOne = ({ ours, theirs }: { ours: number; theirs: number }) => ((ours - theirs) / count) * 1000;
    return timesOf([written("larger", sizesOf(count))], [smaller], setting, check, perOne);
  };
  const title = `cost-${name}`;
  return { name: title, group: "cost", work, against: "the document without it", unit: "ms", measure: measured };
}

const nothing: Program = { args: ["-e", "0"] };

/** That what was written last holds what its document does. */
function contractOf(folder: string, { codes, operations }: Sizes): string {
  const written = writtenContract(join(folder, "ours/api"));
  assert.deepEqual([written.errors.length, written.operations.length], [codes, operations]);
  return `${codes} codes and ${operations} operations in the contract`;
}

async function ofDocuments(setting: Setting): Promise<Outcome> {
  const { folder, isShort } = setting;
  const [few, many] = isShort ? [1, 2] : [5, 55];
  const names = Array.from({ length: many }, (_, index) => `api${index}`);
  for (const id of names) writeFileSync(join(folder, `${id}.json`), madeDocument({ codes: 10, operations: 10, id }));
  const sideOf = (count: number) => {
    const documents = names.slice(0, count).map((id) => `${id}.json`);
    const output = `of-${count}`;
    return own(["generate", ...documents, "-o", output, "--emit", emit.withTypes], {
      before: () => rmSync(join(folder, output), { recursive: true, force: true }),
    });
  };
  const check = () => {
    for (const id of names) assert.equal(writtenContract(join(folder, `of-${many}`, id)).errors.length, 10);
    return `${many} contracts`;
  };
  return timesOf(
    [sideOf(many)],
    [sideOf(few)],
    setting,
    check,
    ({ ours, theirs }) => ((ours - theirs) / (many - few)) * 1000,
  );
}
