import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { baseOf } from "./base.mjs";
import { writeComment } from "./comment.mjs";
import { compare } from "./compare.mjs";
import { eventOf } from "./event.mjs";
import { fitted } from "./fit.mjs";
import { inputsOf } from "./inputs.mjs";
import { annotate, annotations, setOutputs, tell } from "./log.mjs";
import { notCompared, nothingBefore } from "./report.mjs";

// What action.yml runs: compares, and says it in the summary, in annotations, in outputs and in a comment.
const { env } = process;
const result = await resultOf();
const { markdown, status } = result;
const run = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
if (env.GITHUB_STEP_SUMMARY)
  appendFileSync(env.GITHUB_STEP_SUMMARY, fitted(markdown, "summary", "`openapi-errors diff` prints them"));
if (result.outputs && env.GITHUB_OUTPUT) setOutputs(env.GITHUB_OUTPUT, result.outputs);
if (result.pull !== undefined && result.comments) {
  const trouble = await writeComment({
    api: env.GITHUB_API_URL || "https://api.github.com",
    repository: env.GITHUB_REPOSITORY ?? "",
    pull: result.pull,
    token: env.INPUT_TOKEN ?? "",
    folder: env.INPUT_WORKING_DIRECTORY ?? "",
    body: fitted(markdown, "comment", `see the [summary of the job](${run})`),
    saysNothing: result.saysNothing === true,
  });
  if (trouble) annotate("notice", `No comment was written: ${trouble}. The summary of the job has all of it.`);
}
process.exitCode = status;

/** What there is to say, and the exit status of diff. What could not be compared is never called unchanged. */
async function resultOf() {
  let told = {};
  try {
    const inputs = inputsOf(env);
    const folder = resolve(inputs.workingDirectory);
    const event = eventOf(env);
    told = { pull: event.pull, comments: inputs.comment };
    const base = baseOf(inputs.base, event, folder);
    if (base === undefined) return { ...told, markdown: nothingBefore(), status: 0, saysNothing: true };
    tell(`Compared with ${base}.`);
    const compared = await compare({ ...inputs, base, folder });
    tell(compared.told);
    process.stdout.write(annotations(compared.annotations, inputs.workingDirectory));
    if (compared.problem === undefined) return { ...told, ...compared };
    return { ...told, markdown: notCompared(compared.problem), status: 2 };
  } catch (error) {
    if (error.name !== "CannotCompare") throw error;
    annotate("error", error.message);
    return { ...told, markdown: notCompared(error.message), status: 2 };
  }
}
