import "../../package/short-run.js";
import { resolve } from "node:path";
import { recallApis, rememberApis } from "../../cache/apis.js";
import { OtherThanKnown } from "../../cache/outputs.js";
import { type Run, rememberRun } from "../../cache/run.js";
import { recallTexts, rememberTexts } from "../../cache/texts.js";
import { type GenerateOptions, generate } from "../../generate.js";
import { configName } from "../../read/config.js";
import { openedOf } from "../../read/file.js";
import { readContracts } from "../../read-contracts.js";
import { configFiles, type TargetFlags, targetsOf } from "../../targets.js";
import { startProgress } from "../progress.js";

type Flags = TargetFlags & Omit<GenerateOptions, "targets">;

/** Makes what has to be made, and remembers it where `known` says as what. */
export async function makeAnew(documents: readonly string[], flags: Flags, known: Run | undefined) {
  const config = targetsOf(documents, flags);
  const nothing = { changes: [], dialects: [], inferred: [], brought: [] };
  // Where it is not there, it may come.
  if ("problems" in config) {
    const others = await readContracts(config.sound ?? [], flags.root);
    const files = [resolve(configName), ...openedOf(others.files)];
    return { problems: [...config.problems, ...others.problems], ...nothing, files };
  }
  const progress = startProgress();
  const options = { ...flags, targets: config.targets, areAll: documents.length === 0, stage: progress.stage };
  const textAsMade = known && recallTexts(known);
  const result = await generate({ ...options, textAsMade, ...(known && recallApis(known, config.targets)) })
    .catch((error: unknown) => {
      if (error instanceof OtherThanKnown) return generate({ ...options, textAsMade });
      throw error;
    })
    .finally(progress.end);
  if (known && !flags.check) {
    rememberRun(known, result, config.config);
    rememberApis(known, result);
    rememberTexts(known, result);
  }
  return { ...result, files: [...configFiles(), ...openedOf(result.files)] };
}
