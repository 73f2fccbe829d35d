import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parserContractOf } from "../../../generator/model/derived/parser-contract.js";
import { readContract } from "../../../generator/read-contract.js";
import type { ParserContract } from "../../../generator/runtime/contract.js";
import { repeated } from "../in-turn.js";
import { type Momail, momail, ratioOf } from "./answer-rows.js";
import { generated, loaded } from "./bundle.js";
import { specOf } from "./own.js";
import { notInstalled } from "./peers.js";
import type { Outcome, Row, Setting } from "./row.js";
import { validatorSource } from "./validator-source.js";

/** Beside libraries that check the same members, and do no more. */
const libraries = {
  zod: { title: "zod 4", target: 30 },
  valibot: { title: "valibot", target: 4 },
  "zod-mini": { title: "zod mini", target: undefined },
  typebox: { title: "typebox, compiled", target: undefined },
  ajv: { title: "ajv, standalone", target: undefined },
} as const;

type Library = keyof typeof libraries;

export const rows: readonly Row[] = (Object.keys(libraries) as Library[]).map((library) => {
  const { title, target } = libraries[library];
  return {
    name: library,
    group: "runtime",
    work: "classify, answers of 18 codes, the same members checked",
    against: title,
    unit: "times",
    ...(target !== undefined && { target }),
    measure: (setting) => ofLibrary(library, setting),
  };
});

export function contractOf(path: string): ParserContract {
  const { read } = readContract(path);
  assert.ok(read);
  return parserContractOf(read.contract, "ApiError");
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

interface Body {
  readonly success: boolean;
  readonly error: { readonly code: string; readonly message: string; readonly details?: object };
}

type Check = (body: unknown) => boolean;

async function ofLibrary(library: Library, setting: Setting): Promise<Outcome> {
  const contract = contractOf(specOf("momail"));
  const source = validatorSource(library, contract);
  if (source === undefined) return notInstalled(library);
  const { folder } = setting;
  const { check } = await loaded<{ check: Check }>(source, folder, folder);
  const { classify } = await momail(setting);
  const from = await generated(specOf("momail"), "momail", setting);
  const vectors = JSON.parse(readFileSync(join(from, "vectors.json"), "utf8")) as readonly Answer[];
  const codes = Object.keys(contract.errors);
  const answers = codes.map((code) => vectors.find(({ body }) => body?.error?.code === code)!);
  assert.ok(answers.every((answer) => answer !== undefined));
  const checked = sameAnswers(classify, check, answers);
  const ours = repeated(() => answers.map((answer) => classify(answer)));
  const theirs = repeated(() => answers.map(({ body }) => check(body)));
  return ratioOf(ours, theirs, setting, checked);
}

/** That both take the same bodies for good, and for bad. */
function sameAnswers(classify: Momail["classify"], check: Check, answers: readonly Answer[]): string {
  let good = 0;
  let bad = 0;
  for (const answer of answers) {
    const { error } = answer.body;
    const { details, ...plain } = error;
    const members = Object.entries(details ?? {});
    const bodies: unknown[] = [
      answer.body,
      { ...answer.body, success: true },
      { ...answer.body, error: { ...error, message: { odd: 7 } } },
      { ...answer.body, error: { ...error, code: "NOBODY_KNOWS" } },
      ...(details ? [{ ...answer.body, error: plain }] : []),
      ...members.map(([name]) => ({
        ...answer.body,
        error: { ...error, details: { ...details, [name]: { odd: 7 } } },
      })),
    ];
    for (const body of bodies) {
      const { listed, deviations } = classify({ ...answer, body });
      const isGood = listed && deviations.length === 0;
      assert.equal(check(body), isGood, JSON.stringify([body, deviations]));
      if (isGood) good += 1;
      else bad += 1;
    }
  }
  assert.ok(good >= answers.length && bad > good);
  return `${good} bodies taken and ${bad} refused by both`;
}
