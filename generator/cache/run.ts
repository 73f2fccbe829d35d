import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "../dialect.js";
import type { GenerateResult } from "../generate.js";
import { hasErrors } from "../problem/problem.js";
import type { OpenedFile } from "../read/file.js";
import { hashOfBytes } from "../write/hash.js";
import { inputsAsKnown, type KnownInput, knownInput, knownInputs } from "./inputs.js";
import { type KnownOutput, knownOutput, outputAsKnown } from "./outputs.js";
import { cacheFolder } from "./place.js";
import { hashOfProgram } from "./program.js";
import { fromJson, readSealed, writeSealed } from "./sealed-file.js";

/** A run by what was asked for, where it was asked, and what did it. */
export interface Run {
  readonly file: string;
  readonly program: string;
}

/** What a run told, and what is told again where nothing changed. */
export type Told = Pick<GenerateResult, "problems" | "changes" | "dialects" | "inferred" | "brought">;

interface RunRecord {
  readonly program: string;
  readonly inputs: readonly KnownInput[];
  /** What says how files have to be named, beside all that is read. */
  readonly looked: readonly KnownInput[];
  readonly outputs: readonly KnownOutput[];
  readonly told: Told;
}

/** `asked`: all that was said on the command line and makes a difference. Undefined where nothing is remembered. */
export function runOf(asked: unknown): Run | undefined {
  const program = hashOfProgram();
  const key = hashOfBytes(JSON.stringify([process.cwd(), asked])).slice(0, 32);
  return program === undefined ? undefined : { file: join(cacheFolder(), key), program };
}

/** What a run would tell that changes nothing: undefined where something is not as it was when it ended, or may not be. */
export async function recallRun(
  run: Run,
  mayWrite: boolean,
): Promise<(Told & { readonly files: readonly string[] }) | undefined> {
  const record = read(`${run.file}.json`);
  if (!record || record.program !== run.program) return undefined;
  const now = asKnown(record);
  if (!now || !(await areStillFound(record.told.dialects))) return undefined;
  // With stamps files need not be read the next time.
  if (mayWrite && isMore(now, record)) write(run, now);
  // The only one that may not be there is the config.
  return { ...record.told, files: record.inputs.flatMap(({ path, text }) => (text === null ? [] : [path])) };
}

/** Remembers what a run did that went well. `config`: the config as it was read. */
export function rememberRun(run: Run, result: GenerateResult, config: OpenedFile): void {
  const { problems, dialects, inferred, brought, files, standing, isRepeatable } = result;
  const inputs = knownInputs(files);
  if (!isRepeatable || hasErrors(problems) || !inputs) return;
  const outputs = standing.map(knownOutput);
  const left = result.changes.filter(({ kind }) => kind !== "removed");
  const changes = left.map(({ path }) => ({ path, kind: "unchanged" }) as const);
  const told = { problems, changes, dialects, inferred, brought };
  const looked = dialects.flatMap(({ foundBy = [] }) => foundBy.map(knownInput));
  write(run, { program: run.program, inputs: [knownInput(config), ...inputs], looked, outputs, told });
}

function write({ file }: Run, record: RunRecord): void {
  writeSealed(`${file}.json`, Buffer.from(JSON.stringify(record)));
}

function read(path: string): RunRecord | undefined {
  return readSealed(path, fromJson<RunRecord>);
}

function asKnown(record: RunRecord): RunRecord | undefined {
  // A run that begins anew, as after a clean, reads no file for this.
  if (!record.outputs.every(({ folder }) => existsSync(folder))) return undefined;
  const inputs = inputsAsKnown(record.inputs);
  const looked = inputs && inputsAsKnown(record.looked);
  if (!looked) return undefined;
  const outputs: KnownOutput[] = [];
  for (const output of record.outputs) {
    const now = outputAsKnown(output);
    if (!now) return undefined;
    outputs.push(now);
  }
  return { ...record, inputs, looked, outputs };
}

function isMore(now: RunRecord, record: RunRecord): boolean {
  const isOther = <Known>(list: readonly Known[], known: readonly Known[]) => list.some((one, at) => one !== known[at]);
  return (
    isOther(now.inputs, record.inputs) || isOther(now.looked, record.looked) || isOther(now.outputs, record.outputs)
  );
}

/** Where not only the files tell that were looked at, it is looked up again. */
async function areStillFound(dialects: readonly Dialect[]): Promise<boolean> {
  const unsure = dialects.filter(({ isFound, foundBy }) => isFound && !foundBy);
  if (unsure.length === 0) return true;
  const { foundExtension } = await import("../dialect.js");
  return unsure.every(({ folder, importExtension, because }) => {
    const now = foundExtension(folder);
    return now.importExtension === importExtension && now.because === because;
  });
}
