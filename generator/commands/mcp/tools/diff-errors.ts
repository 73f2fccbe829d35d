import { shown as shownText, witnessLines } from "../../../diff/witness-text.js";
import { loadTarget } from "../../../history/load.js";
import { baseRevision, withRevisions } from "../../../history/revision.js";
import { hasErrors } from "../../../problem/problem.js";
import { counted } from "../../../view/words.js";
import { readExceptions } from "../../diff/exceptions-file.js";
import { type PairsResult, paired, pairsOfTargets } from "../../diff/pairs.js";
import { type DiffChange, reportOf, today } from "../../diff/report.js";
import { boundedText, fitting, told } from "../bounded.js";
import { Refusal } from "../refusal.js";
import { revisionOf } from "../revision.js";
import { problemLine, problemsTold } from "../told-problem.js";
import { toolOf } from "../tool.js";
import type { Targets, Workspace } from "../workspace.js";

const levels = ["breaking", "warning", "note"] as const;

export const diffErrors = toolOf(
  "diff_errors",
  {
    title: "What an edit does to the errors, and to clients",
    description:
      "What changed in the errors of an API against a git revision, uncommitted edits included, or against another document: codes removed, renamed or moved to another status, retry classes and details changed; who is hurt, and an answer that old clients would misread. Call it after editing an OpenAPI document, to see whether the edit breaks clients.",
    parameters: {
      document: {
        type: "string",
        description: "The path of a document, or its name in redocly.yaml; default: all documents of the project.",
      },
      since: {
        type: "string",
        description:
          "The git revision to compare with (main, HEAD, v1.2.0); default: the branch that changes are made against.",
      },
      old: { type: "string", description: "Instead of a revision: the path of an older document or errors.json." },
    },
    output: {
      breaks: { type: "boolean", description: "Whether clients that are in use break." },
      comparedWith: { type: "string" },
      changes: { type: "array", items: { type: "object" } },
      nextVersion: { type: ["string", "null"], description: "What info.version is to become, of a single document." },
      notes: { type: "array", items: { type: "string" } },
    },
  },
  async ({ document, since, old }, workspace) => {
    if (since !== undefined && old !== undefined) throw new Refusal("give `since` or `old`, not both");
    const { targets, problems } = workspace.targets(document);
    if (old !== undefined && targets.length > 1)
      throw new Refusal("`old` is held against one document: name it with `document`");
    const exceptions = readExceptions(undefined);
    const revision = old === undefined ? (since === undefined ? baseRevision() : revisionOf(since)) : undefined;
    const comparedWith = old ?? revision;
    if (comparedWith === undefined)
      throw new Refusal("this folder is in no git repository with a commit: give `old`, the path of an older document");
    const found = await withRevisions((take): Promise<PairsResult> => {
      if (old !== undefined) return pairWith(old, { targets, problems }, workspace);
      if (hasErrors(problems)) return Promise.resolve({ problems });
      const isAll = document === undefined && workspace.isAll;
      return pairsOfTargets(targets, comparedWith, { root: workspace.root, take, isAll });
    });
    if ("problems" in exceptions || "problems" in found) {
      const wrong = [exceptions, found].flatMap((part) => ("problems" in part ? part.problems : []));
      const lines = fitting(problemsTold(wrong, "error")).shown.map(problemLine);
      const why = "nothing was compared: what can't be read is never called unchanged";
      throw new Refusal(boundedText([why, ...lines].join("\n"), "mend these first"));
    }
    const report = reportOf(found, { exceptions: exceptions.exceptions, checksVersion: false, today: today() });
    const changes = levels.flatMap((level) => report.changes.filter((change) => change.level === level));
    const { shown, next } = fitting(changes.map(changeTold));
    const breaking = changes.filter(({ level, accepted }) => level === "breaking" && !accepted).length;
    const [version] = report.versions;
    const notes = [
      ...found.newDocuments
        .slice(0, 10)
        .map((each) => `${told(each.document, 300)} is new: ${told(each.revision, 100)} does not have it`),
      ...(next === undefined ? [] : [`${changes.length - next} more of no worse level`]),
      ...(breaking > 0
        ? [
            "keep codes that are in use: mark them `deprecated`, or `x-error: { retired: true }` once nobody sends them, and add new ones beside them",
          ]
        : []),
    ];
    const data = {
      breaks: breaking > 0,
      comparedWith: told(comparedWith, 300),
      changes: shown,
      nextVersion: found.pairs.length === 1 && version !== undefined ? told(version, 50) : null,
      notes,
    };
    const head = `Against ${data.comparedWith}: ${counted(changes.length, "change")}, ${breaking} of them breaking`;
    return { text: boundedText([head, ...shown.map(lineOf), ...notes, ""].join("\n"), "name one document"), data };
  },
);

async function pairWith(old: string, { targets, problems }: Targets, workspace: Workspace): Promise<PairsResult> {
  const [before] = workspace.targets(old, { contracts: true }).targets;
  const [after] = targets;
  if (!before || !after) return { problems };
  return paired([[await loadTarget(before, workspace.root), await loadTarget(after, workspace.root)]]);
}

function changeTold(change: DiffChange): Readonly<Record<string, unknown>> {
  const { level, rule, code, message, hurts, witness, before, after, accepted, fingerprint } = change;
  return {
    level,
    rule,
    ...(code !== null && { code: told(code, 300) }),
    message: told(shownText(message), 500),
    hurts,
    before: told(`${before.file}:${before.line}`, 500),
    after: told(`${after.file}:${after.line}`, 500),
    ...(witness && { witness: told(witnessLines(witness).join("\n"), 600) }),
    ...(accepted ? { acceptedUntil: accepted.until } : { fingerprint }),
  };
}

function lineOf(change: Readonly<Record<string, unknown>>): string {
  const { level, rule, message, hurts, after, witness } = change;
  const who = (hurts as string[]).length === 0 ? "" : `; hurts ${(hurts as string[]).join(", ")}`;
  const shows = witness === undefined ? "" : `\n  ${String(witness).replaceAll("\n", "\n  ")}`;
  return `- ${level}: ${message} (${rule}, ${after}${who})${shows}`;
}
