import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { printProblems } from "../problem/print.js";
import type { Problem } from "../problem/problem.js";
import { fileUnwritable, outputRefused } from "../problem/writing.js";
import { isWithin, shownPath } from "../read/file.js";
import { beginningOf } from "../read/lines.js";
import { type Answers, defaultsOf, type InitFlags } from "./init/answers.js";
import { apisOf } from "./init/apis.js";
import { ciDraft } from "./init/ci.js";
import { together } from "./init/draft.js";
import { folderProblem } from "./init/folder-problem.js";
import { ignoresDraft } from "./init/ignores.js";
import { nextOf } from "./init/next.js";
import { type Place, placeOf } from "./init/place.js";
import { nearest } from "./init/present.js";
import { ask } from "./init/questions.js";
import { reportOf } from "./init/report.js";
import { scriptsDraft } from "./init/scripts.js";
import { tsconfigDraft } from "./init/tsconfig.js";
import { writeAll } from "./init/write.js";
import { refusedWrite } from "./refused-write.js";
import { exitOf, type Terminal } from "./terminal.js";

/**
 * `openapi-errors init`: sets a folder up. Without a terminal nobody can be asked, so what no flag says is as with
 * `--yes`: nothing is ever written over.
 */
export async function initCommand(
  named: string,
  flags: InitFlags,
  terminal: Terminal,
  version: string,
): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    terminal.tell(printProblems(problems, "text", terminal.colour.tell));
    return exitOf(problems) || 1;
  };
  const wrong = folderProblem(resolve(named));
  if (wrong) return refuse([wrong]);
  const place = placeOf(named);
  if (place.packageFile && "problem" in place.packageFile) return refuse([place.packageFile.problem]);
  const defaults = defaultsOf(place, flags);
  const isAsked = !flags.yes && process.stdin.isTTY && process.stdout.isTTY;
  const answers = isAsked ? await ask(place, flags, defaults) : defaults;
  if (!answers) {
    terminal.tell("nothing was written\n");
    return 1;
  }

  const ofOutput = outputProblems(place, answers);
  if (ofOutput.length > 0) return refuse(ofOutput);
  const apis = apisOf(place, flags, answers);
  if ("problems" in apis) return refuse(apis.problems);
  const plan = together([
    apis.draft,
    scriptsDraft(place, apis.names),
    ciDraft(place, answers, version),
    ignoresDraft(place, apis.output),
    tsconfigDraft(place),
  ]);
  if (plan.problems.length > 0) return refuse(plan.problems);
  const failed = flags.dryRun ? undefined : writeAll(plan.writings);
  if (failed) return refuse([refusedWrite(failed.error, shownPath(failed.path), "init <folder>")]);
  const next = nextOf(place, apis, answers.python, version);
  terminal.answer(reportOf(plan, { found: apis.found, next, isDry: flags.dryRun ?? false }));
  return 0;
}

/** What is generated has a folder of its own, in the one that was named. */
function outputProblems({ folder }: Place, { output }: Answers): Problem[] {
  const path = resolve(folder, output);
  const shown = shownPath(path);
  if (isWithin(path, folder)) {
    const there = nearest(path);
    if (existsSync(there) && statSync(there).isDirectory()) return [];
    const why = { reason: `\`${shownPath(there)}\` is no folder`, fix: "name another place with `--output`" };
    return [{ ...fileUnwritable(shown, why), position: beginningOf(shown) }];
  }
  return [{ ...outputRefused(shown, `is not below \`${shownPath(folder)}\``), position: beginningOf(shown) }];
}
