import { join } from "node:path";
import { type Dialect, foundExtension } from "../dialect.js";
import type { GenerateResult } from "../generate.js";
import { hasErrors } from "../problem/problem.js";
import type { OpenedFile } from "../read/file.js";
import { hashOfBytes } from "../write/hash.js";
import { filesAsKnown, type KnownInput, knownInput, knownInputs } from "./inputs.js";
import { isAsKnown, type KnownOutput, knownOutput } from "./outputs.js";
import { cacheFolder } from "./place.js";
import { hashOfProgram } from "./program.js";
import { readSealed, writeSealed } from "./sealed-file.js";

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
export function recallRun(run: Run): (Told & { readonly files: readonly string[] }) | undefined {
  const record = read(`${run.file}.json`);
  if (!record || record.program !== run.program) return undefined;
  const { inputs, outputs, told } = record;
  if (!filesAsKnown(inputs) || !told.dialects.every(isStillFound) || !outputs.every(isAsKnown)) return undefined;
  return { ...told, files: inputs.map(({ path }) => path) };
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
  const record: RunRecord = { program: run.program, inputs: [knownInput(config), ...inputs], outputs, told };
  writeSealed(`${run.file}.json`, Buffer.from(JSON.stringify(record)));
}

function read(path: string): RunRecord | undefined {
  const content = readSealed(path);
  return content && (JSON.parse(Buffer.from(content).toString("utf8")) as RunRecord);
}

function isStillFound({ folder, importExtension, because, isFound }: Dialect): boolean {
  if (!isFound) return true;
  const now = foundExtension(folder);
  return now.importExtension === importExtension && now.because === because;
}
