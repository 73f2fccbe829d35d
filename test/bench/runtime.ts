import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { classifyAnswer, ParserContract } from "../../generator/runtime/index.js";
import { runPython } from "../python/run-python.js";
import { runCli } from "../support/cli.js";
import { inTurn, type Work } from "./in-turn.js";
import { answers, type BenchAnswer } from "./runtime-answers.js";

/**
 * Prints what generated code takes beside what it stands on, in processor time, and its size. Each row first checks that
 * both sides did the same work. Of several medians the best counts: what else runs on a machine only ever adds.
 * Run: npm run bench:runtime, or for some rows: npm run bench:runtime -- classify
 */
const repeats = 5;

interface Momail {
  readonly parseError: (answer: { status: number; body: unknown }) => Error & { readonly code: string };
  readonly classify: (answer: object) => ReturnType<typeof classifyAnswer>;
  readonly withRetry: (send: () => Promise<Answered>) => Promise<Answered>;
  readonly classifyAnswer: typeof classifyAnswer;
}

interface Answered {
  readonly status: number;
}

// What the compiler sees that nobody needs, it leaves out.
let kept: unknown;
process.once("exit", () => assert.notEqual(kept, null));

const [, , asked = ""] = process.argv;
const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-runtime-"));
const made = runCli(["generate", "momail", "-o", folder, "--emit", "codes,errors,python"], { cwd: root });
assert.equal(made.status, 0, made.stderr);

// Not run from the sources: what tsx does to functions is not what a bundler does.
const program = join(folder, "bundle.mjs");
const names = "parseError, classify, withRetry";
const bundled = `export { ${names} } from "./momail/errors.ts"; export { classifyAnswer } from "./runtime/index.ts";`;
writeFileSync(program, await bundle(bundled, false));
const momail = (await import(pathToFileURL(program).href)) as Momail;

// tsx maps stacks to sources, which would make any stack that is read dear.
process.setSourceMapsEnabled(false);

const rows: Readonly<Record<string, () => Promise<string> | string>> = {
  "JSON.parse + classify, listed / JSON.parse": () => ofClassify(answers.listed),
  "JSON.parse + classify, unlisted / JSON.parse": () => ofClassify(answers.unlisted),
  "JSON.parse + classify, deviating / JSON.parse": () => ofClassify(answers.deviating),
  "parseError / new Error with its stack read": ofParseError,
  "classify, unlisted: 5,000 codes / 20 codes": ofManyCodes,
  "withRetry of a call that succeeds, beyond the call": ofWithRetry,
  "Python: json.loads + parse_error / json.loads": ofPython,
  "momail's parseError, minified and gzipped": async () => {
    const text = await bundle('export { parseError } from "./momail/index.ts";', true);
    return `${(gzipSync(text, { level: 9 }).length / 1024).toFixed(1)} KB`;
  },
};

console.log("| work / against | now |\n|---|---|");
for (const [name, measured] of Object.entries(rows))
  if (name.includes(asked)) console.log(`| ${name} | ${await measured()} |`);
rmSync(folder, { recursive: true });

async function bundle(contents: string, minify: boolean): Promise<string> {
  const stdin = { contents, resolveDir: folder, loader: "ts" } as const;
  const { outputFiles } = await build({ stdin, minify, bundle: true, write: false, format: "esm", target: "es2022" });
  return outputFiles[0]!.text;
}

async function best(a: Work, b: Work, figure: (a: number, b: number) => number): Promise<number> {
  const figures: number[] = [];
  while (figures.length < repeats) figures.push(figure(...(await inTurn(a, b))));
  return Math.min(...figures);
}

async function ratio(a: Work, b: Work): Promise<string> {
  return (await best(a, b, (one, other) => one / other)).toFixed(1);
}

function ofClassify({ text, status, headers, expected }: BenchAnswer): Promise<string> {
  const whole = () => momail.classify({ status, headers, body: JSON.parse(text) });
  const { code, listed, deviations, body } = whole();
  assert.deepEqual({ code, listed, deviations: deviations.length, body }, { ...expected, body: JSON.parse(text) });
  return ratio(
    repeated(whole),
    repeated(() => JSON.parse(text)),
  );
}

function ofParseError(): Promise<string> {
  const { text, expected, ...answer } = answers.listed;
  const given = { ...answer, body: JSON.parse(text) };
  const error = momail.parseError(given);
  assert.equal(error.code, expected.code);
  const plain = () => new Error(error.message).stack;
  assert.match(plain()!, /ofParseError/);
  assert.match(error.stack!, /ofParseError/);
  return ratio(
    repeated(() => momail.parseError(given)),
    repeated(plain),
  );
}

function ofManyCodes(): Promise<string> {
  const answer = { status: 409, body: { code: "nobody_knows", message: "It failed." } };
  const [many, few] = [5000, 20].map((count) => {
    const contract = contractOf(count);
    const classify = () => momail.classifyAnswer(contract, answer);
    assert.deepEqual([classify().code, classify().closest], ["nobody_knows", "only_409"]);
    return repeated(classify);
  });
  return ratio(many!, few!);
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

async function ofWithRetry(): Promise<string> {
  const answered: Answered = { status: 200 };
  const send = async () => answered;
  assert.equal(await momail.withRetry(send), await send());
  const added = await best(
    repeatedAsync(() => momail.withRetry(send)),
    repeatedAsync(send),
    (a, b) => a - b,
  );
  return `+ ${added.toFixed(1)} us`;
}

async function ofPython(): Promise<string> {
  const bench = fileURLToPath(new URL("runtime.py", import.meta.url));
  const { stdout, stderr } = await runPython([bench, folder, String(repeats), JSON.stringify(answers.listed)]);
  assert.equal(stderr, "");
  return stdout.trim();
}

function repeated(work: () => unknown): Work {
  return (times) => {
    for (let left = times; left > 0; left -= 1) kept = work();
    return undefined;
  };
}

function repeatedAsync(work: () => Promise<unknown>): Work {
  return async (times) => {
    for (let left = times; left > 0; left -= 1) kept = await work();
  };
}
