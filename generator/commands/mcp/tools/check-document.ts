import { hasErrors } from "../../../problem/problem.js";
import { readContracts } from "../../../read-contracts.js";
import { counted } from "../../../view/words.js";
import { problemsAgainst } from "../../lint/against.js";
import { boundedText, fitting, told } from "../bounded.js";
import { cursorTo, placeOf } from "../cursor.js";
import { revisionOf } from "../revision.js";
import { problemCounts, problemLine, problemsTold } from "../told-problem.js";
import { toolOf } from "../tool.js";

export const checkDocument = toolOf(
  "check_document",
  {
    title: "What is wrong with a document's errors, and what mends it",
    description:
      "What is wrong with the errors of an OpenAPI document, with file, line, rule and a fix for each problem: broken references, codes without examples, examples that the parser would misread, misspelt keys. Call it after editing an OpenAPI document, until it has no errors, and before generating code.",
    parameters: {
      document: {
        type: "string",
        description: "The path of a document, or its name in redocly.yaml; default: all documents of the project.",
      },
      since: { type: "string", description: "A git revision (main, HEAD): only problems that are new since then." },
      level: { type: "string", enum: ["error", "warning", "note"], description: "This and worse. Default: note." },
      cursor: { type: "string", description: "`next` of the answer before, to go on in a long list." },
    },
    output: {
      ok: { type: "boolean", description: "Whether nothing stops generation." },
      counts: { type: "object" },
      problems: { type: "array", items: { type: "object" } },
      next: { type: ["string", "null"] },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async ({ document, since, level, cursor }, workspace) => {
    const { targets, problems: ofConfig } = workspace.targets(document);
    const read = since === undefined ? undefined : await readContracts(targets, workspace.root);
    const isAll = document === undefined && workspace.isAll;
    const added =
      read && since !== undefined
        ? await problemsAgainst(revisionOf(since), targets, workspace.root, read, isAll)
        : undefined;
    const problems = added ? [...ofConfig, ...added.problems] : (await workspace.read(document)).problems;
    const all = problemsTold(problems, level);
    const { shown, next } = fitting(all, { from: placeOf(cursor, all.length) });
    const notes = [
      ...(next === undefined
        ? []
        : [`${all.length - next} more: mend these first, or call again with cursor "${next}"`]),
      ...(added?.alone ?? []).slice(0, 10).map((line) => told(line, 300)),
    ];
    const counts = problemCounts(problems);
    const data = {
      ok: !hasErrors(problems),
      counts,
      problems: shown,
      next: cursorTo(next),
      notes,
    };
    const said = Object.entries(counts).map(([name, count]) => counted(count, name.slice(0, -1)));
    const text = [
      `${said.join(", ")}${problems.length === 0 ? ": nothing is wrong" : ""}`,
      ...shown.map(problemLine),
      ...notes,
      "",
    ];
    return { text: boundedText(text.join("\n"), "ask for `level` error"), data };
  },
);
