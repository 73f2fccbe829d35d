import { codeUnlisted } from "../../problem/overlay.js";
import type { Problem } from "../../problem/problem.js";
import { problemAt } from "../../read/position.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { FoundCode } from "../definitions/codes.js";
import { shownEvidence } from "../document/settings.js";
import { isPlausible, repeatsStatus } from "../infer/code-value.js";

/** The codes that answers show, which would count where nobody prepared the document, and that nothing lists: each once. */
export function checkUnlisted(responses: readonly ErrorResponse[], known: ReadonlySet<string>): Problem[] {
  const branches = new Map(
    responses.flatMap(({ response, branches }) => branches.map((branch) => [branch, response.key] as const)),
  );
  const shown = [...branches].flatMap(([branch, key]) => branch.seen().filter(({ code }) => !repeatsStatus(code, key)));
  const isNew = (found: FoundCode) =>
    shownEvidence.includes(found.evidence) && !known.has(found.code) && isPlausible(found);
  const unlisted = new Map<string, FoundCode>();
  for (const found of shown.filter(isNew)) if (!unlisted.has(found.code)) unlisted.set(found.code, found);
  return [...unlisted.values()].map(({ code, holder }) => problemAt(holder, codeUnlisted(code)));
}
