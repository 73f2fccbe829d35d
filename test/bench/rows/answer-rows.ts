import assert from "node:assert/strict";
import type { classifyAnswer, ParserContract } from "../../../generator/runtime/index.js";
import { inTurn, type Rounds, repeated, repeatedAsync, type Work } from "../in-turn.js";
import { answers, type BenchAnswer } from "./answers.js";
import { generated, loaded } from "./bundle.js";
import { figuresOf } from "./figures.js";
import { specOf } from "./own.js";
import type { Figures, Row, Setting } from "./row.js";

/** What generated code takes beside what it stands on. */
export interface Momail {
  readonly parseError: (answer: { status: number; body: unknown }) => Error & { readonly code: string };
  readonly classify: (answer: object) => ReturnType<typeof classifyAnswer>;
  readonly withRetry: (send: () => Promise<Answered>) => Promise<Answered>;
  readonly classifyAnswer: typeof classifyAnswer;
}

interface Answered {
  readonly status: number;
}

export const rows: readonly Row[] = [
  ofClassify("listed", 6),
  ofClassify("unlisted", 6),
  ofClassify("deviating", 8),
  {
    name: "parse-error",
    group: "runtime",
    work: "parseError",
    against: "new Error with its stack read",
    unit: "times",
    target: 2,
    measure: ofParseError,
  },
  {
    name: "many-codes",
    group: "runtime",
    work: "classify, an unlisted code, 5,000 codes",
    against: "20 codes",
    unit: "times",
    target: 1.5,
    measure: ofManyCodes,
  },
  {
    name: "with-retry",
    group: "runtime",
    work: "withRetry around a call that succeeds",
    against: "the call: what it adds",
    unit: "us",
    target: 1,
    measure: ofWithRetry,
  },
];

/** So many rounds as runs are asked for, twice: a round is over in no time. */
export function roundsOf({ runs, isShort }: Setting): Rounds {
  return isShort ? { rounds: 1, milliseconds: 1 } : { rounds: runs * 4, milliseconds: 40 };
}

export async function momail(setting: Setting): Promise<Momail> {
  const from = await generated(specOf("momail"), "momail", setting);
  const names = "parseError, classify, withRetry";
  return loaded<Momail>(
    `export { ${names} } from "./errors.ts"; export { classifyAnswer } from "../runtime/index.ts";`,
    from,
    setting.folder,
  );
}

function ofClassify(kind: keyof typeof answers, target: number): Row {
  const measure = async (setting: Setting) => {
    const { classify } = await momail(setting);
    return parsedAndClassified(classify, answers[kind], setting);
  };
  const work = `JSON.parse and classify, 280 B, ${kind}`;
  return { name: `classify-${kind}`, group: "runtime", work, against: "JSON.parse", unit: "times", target, measure };
}

async function parsedAndClassified(
  classify: Momail["classify"],
  { text, status, headers, expected }: BenchAnswer,
  setting: Setting,
): Promise<Figures> {
  const whole = () => classify({ status, headers, body: JSON.parse(text) });
  const parsed = () => JSON.parse(text);
  const { code, listed, deviations, body } = whole();
  assert.deepEqual({ code, listed, deviations: deviations.length, body }, { ...expected, body: parsed() });
  return ratioOf(repeated(whole), repeated(parsed), setting, `both read the body of ${code}`);
}

async function ofParseError(setting: Setting): Promise<Figures> {
  const { parseError } = await momail(setting);
  const { text, expected, ...answer } = answers.listed;
  const given = { ...answer, body: JSON.parse(text) };
  const error = parseError(given);
  assert.equal(error.code, expected.code);
  const plain = () => new Error(error.message).stack;
  assert.match(plain()!, /ofParseError/);
  assert.match(error.stack!, /ofParseError/);
  return ratioOf(
    repeated(() => parseError(given)),
    repeated(plain),
    setting,
    "the stacks of both name their caller",
  );
}

async function ofManyCodes(setting: Setting): Promise<Figures> {
  const { classifyAnswer } = await momail(setting);
  const answer = { status: 409, body: { code: "nobody_knows", message: "It failed." } };
  const [many, few] = [5000, 20].map((count) => {
    const contract = contractOf(count);
    const classify = () => classifyAnswer(contract, answer);
    assert.deepEqual([classify().code, classify().closest], ["nobody_knows", "only_409"]);
    return repeated(classify);
  });
  return ratioOf(many!, few!, setting, "both find the same closest code");
}

function contractOf(count: number): ParserContract {
  const codes = Array.from({ length: count - 1 }, (_, index) => [`failure_${index}`, { statuses: ["422"] }]);
  return {
    api: "many",
    name: "ManyError",
    envelopes: [{ code: "/code", message: "/message" }],
    errors: { ...Object.fromEntries(codes), only_409: { statuses: ["409"] } },
    operations: {},
  };
}

async function ofWithRetry(setting: Setting): Promise<Figures> {
  const { withRetry } = await momail(setting);
  const answered: Answered = { status: 200 };
  const send = async () => answered;
  assert.equal(await withRetry(send), await send());
  const runs = await inTurn(
    repeatedAsync(() => withRetry(send)),
    repeatedAsync(send),
    roundsOf(setting),
  );
  return figuresOf(runs, "us", "both give what was sent", ({ ours, theirs }) => ours - theirs);
}

export async function ratioOf(ours: Work, theirs: Work, setting: Setting, checked: string): Promise<Figures> {
  return figuresOf(await inTurn(ours, theirs, roundsOf(setting)), "us", checked);
}
