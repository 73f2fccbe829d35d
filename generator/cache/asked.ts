import { join } from "node:path";
import { hashOfBytes } from "../write/hash.js";
import { cacheFolder } from "./place.js";
import { hashOfProgram } from "./program.js";
import { fromJson, readSealed, writeSealed } from "./sealed-file.js";

/** What a command line of `generate` asks for. */
export interface Asked<Flags> {
  readonly documents: readonly string[];
  readonly flags: Flags;
}

interface Checked {
  readonly check?: boolean;
  readonly cache?: boolean;
  readonly watch?: boolean;
}

/**
 * What words mean that were understood before: to understand them takes as long as to see that nothing changed. `--check`
 * adds nothing to what is made, and is seen to stand there where it is sure to be no value of another option.
 */
export function recallAsked<Flags extends Checked>(args: readonly string[]): Asked<Flags> | undefined {
  if (args[0] !== "generate" || args.includes("--")) return undefined;
  const at = args[1] === "--check" ? 1 : args.at(-1) === "--check" ? args.length - 1 : -1;
  const words = at < 0 ? args : args.toSpliced(at, 1);
  // Anywhere else it may be one or the other.
  const known = words.includes("--check") ? undefined : recall<Flags>(words);
  return known && at >= 0 ? { ...known, flags: { ...known.flags, check: true } } : known;
}

/** Remembers what words mean with which all went well. */
export function rememberAsked<Flags extends Checked>(args: readonly string[], asked: Asked<Flags>): void {
  const { check, cache = true, watch } = asked.flags;
  const program = hashOfProgram();
  if (check || !cache || watch || program === undefined) return;
  writeSealed(fileOf(args), Buffer.from(JSON.stringify({ program, asked })));
}

function recall<Flags>(args: readonly string[]): Asked<Flags> | undefined {
  const known = readSealed(fileOf(args), fromJson<{ readonly program: string; readonly asked: Asked<Flags> }>);
  return known && known.program === hashOfProgram() ? known.asked : undefined;
}

function fileOf(args: readonly string[]): string {
  return join(cacheFolder(), `${hashOfBytes(JSON.stringify(args)).slice(0, 32)}.asked.json`);
}
