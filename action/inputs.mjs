import { existsSync } from "node:fs";
import { cannotCompare } from "./cannot-compare.mjs";

/** The inputs of action.yml, as it hands them over. */
export function inputsOf(env) {
  const comment = env.INPUT_COMMENT || "true";
  if (comment !== "true" && comment !== "false")
    throw cannotCompare(`The input \`comment\` is \`${comment}\`: write true or false.`);
  const workingDirectory = env.INPUT_WORKING_DIRECTORY || ".";
  if (!existsSync(workingDirectory))
    throw cannotCompare(`The input \`working-directory\` is \`${workingDirectory}\`, which is not there.`);
  return {
    base: (env.INPUT_BASE ?? "").trim(),
    failOn: env.INPUT_FAIL_ON || "breaking",
    workingDirectory,
    comment: comment === "true",
    command: env.INPUT_COMMAND || "npx --no-install openapi-errors",
  };
}
