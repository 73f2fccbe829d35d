import { statSync } from "node:fs";
import { cannotCompare } from "./cannot-compare.mjs";

/** The inputs of action.yml, as it hands them over. */
export function inputsOf(env) {
  const workingDirectory = env.INPUT_WORKING_DIRECTORY || ".";
  if (!statSync(workingDirectory, { throwIfNoEntry: false })?.isDirectory())
    throw cannotCompare(`The input \`working-directory\` is \`${workingDirectory}\`, and no such folder is there.`);
  return {
    base: (env.INPUT_BASE ?? "").trim(),
    failOn: env.INPUT_FAIL_ON || "breaking",
    workingDirectory,
    comment: flag("comment", env.INPUT_COMMENT || "true"),
    checkVersion: flag("check-version", env.INPUT_CHECK_VERSION || "false"),
    command: env.INPUT_COMMAND || "npx --no-install openapi-errors",
  };
}

function flag(name, value) {
  if (value === "true" || value === "false") return value === "true";
  throw cannotCompare(`The input \`${name}\` is \`${value}\`: write true or false.`);
}
