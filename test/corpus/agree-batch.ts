import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { generate } from "../../generator/generate.js";
import { hasErrors } from "../../generator/problem/problem.js";
import { defaultEmitters } from "../../generator/render/emitters.js";
import { compareLanguages } from "../python/compare-languages.js";
import type { HostileAnswer } from "../python/hostile-answers.js";
import type { GeneratedApi, Vector } from "../vectors/generated-apis.js";
import { nearAnswers } from "./near-answers.js";

export interface Batch {
  readonly documents: readonly string[];
  /** The folder that references may not leave. */
  readonly root: string;
  /** How many answers near to its vectors each API reads. */
  readonly answers: number;
}

export interface BatchResult {
  readonly documents: number;
  readonly vectors: number;
  readonly answers: number;
  readonly failures: readonly { readonly document: string; readonly failure: string }[];
}

interface Generated {
  readonly document: string;
  readonly api: string;
  readonly vectors: readonly Vector[];
}

const batch = (await json(process.stdin)) as Batch;
const folder = mkdtempSync(join(tmpdir(), "openapi-errors-agree-"));
const project = join(folder, "generated");
const failures: { document: string; failure: string }[] = [];

const apis: Generated[] = [];
for (const [index, document] of batch.documents.entries()) {
  const output = join(project, `d${index}`);
  const emit = [...defaultEmitters.filter((name) => name !== "markdown" && name !== "csv"), "python"];
  const { problems } = await generate({ targets: [{ document, output, emit, docsUrl: undefined }], root: batch.root });
  if (hasErrors(problems)) continue;
  const [id] = readdirSync(output).filter(
    (name) => !name.startsWith(".") && name !== "runtime" && name !== "__init__.py",
  );
  const vectors = JSON.parse(readFileSync(join(output, id!, "vectors.json"), "utf8")) as Vector[];
  // All of them bring the same runtime: it is loaded once.
  const [first] = apis;
  if (first !== undefined) {
    rmSync(join(output, "runtime"), { recursive: true });
    symlinkSync(join(project, first.api.split(".")[0]!, "runtime"), join(output, "runtime"));
  }
  apis.push({ document, api: `d${index}.${id}`, vectors });
}

const importApi = async (api: string): Promise<GeneratedApi> =>
  import(pathToFileURL(join(project, ...api.split("."), "index.ts")).href);
const answersOf = ({ api, vectors }: Generated): HostileAnswer[] => [
  ...vectors.map(({ name, status, headers, body }) => ({ name, api, status, headers, json: body })),
  ...nearAnswers(api, vectors, batch.answers),
];

for (const generated of apis) await tell(generated, () => readVectors(generated));
const answers = apis.map(answersOf);
try {
  await compareLanguages(answers.flat(), importApi, { cwd: folder });
} catch {
  for (const [index, generated] of apis.entries())
    await tell(generated, () => compareLanguages(answers[index]!, importApi, { cwd: folder }));
}
rmSync(folder, { recursive: true });
const vectors = apis.reduce((sum, generated) => sum + generated.vectors.length, 0);
const result = { documents: apis.length, vectors, answers: answers.flat().length - vectors, failures };
process.stdout.write(JSON.stringify(result satisfies BatchResult));

async function readVectors({ api, vectors }: Generated): Promise<void> {
  const { parseError } = await importApi(api);
  for (const { expect, name, ...answer } of vectors) {
    const error = parseError(answer);
    const read = Object.fromEntries(Object.keys(expect).map((key) => [key, error[key] ?? null]));
    assert.deepEqual(read, expect, name);
  }
}

async function tell({ document }: Generated, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const failure = error instanceof assert.AssertionError ? difference(error) : String((error as Error).stack);
    failures.push({ document, failure: failure.slice(0, 1500) });
  }
}

/** The members that differ. */
function difference({ message, actual, expected }: assert.AssertionError): string {
  const [first, second] = [actual, expected].map((value) => value as Readonly<Record<string, unknown>>);
  const names = Object.keys({ ...first, ...second });
  const different = names.filter((name) => JSON.stringify(first?.[name]) !== JSON.stringify(second?.[name]));
  const shown = different.map(
    (name) => `${name}: ${JSON.stringify(first?.[name])} | ${JSON.stringify(second?.[name])}`,
  );
  return [message.split("\n")[0], ...shown].join("\n    ");
}
