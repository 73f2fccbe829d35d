import type { ErrorData } from "../view/data/contract-data.js";
import type { Difference } from "./change.js";
import { keptOperations } from "./kept-operations.js";
import { haveTextInCommon } from "./renames.js";
import { errorsByCode, type Side } from "./side.js";
import { newAnswers, oldAnswers } from "./valid-answers.js";

/** Codes that came and went; a rename, by `replacedBy` or by all that it says, is one difference. */
export function compareCodes(
  before: Side,
  after: Side,
  moved: ReadonlyMap<string, unknown>,
  renamed: ReadonlyMap<string, string>,
): Difference[] {
  const old = errorsByCode(before.data);
  const now = errorsByCode(after.data);
  const known = new Set(keptOperations(before, after).values());
  const added = after.data.errors.filter(({ code, retired }) => !old.has(code) && !retired && !moved.has(code));
  const gone = before.data.errors.filter(({ code }) => !now.has(code) && !moved.has(code));
  const taken = new Set(renamed.values());
  return [
    ...gone.flatMap((error): Difference[] => {
      const { code } = error;
      const to = renamed.get(code);
      if (to !== undefined) return [renameOf(error, now.get(to)!, after)];
      if (error.retired)
        return [
          { rule: "tombstone-removed", code, message: `\`${code}\` was retired, and is not in the contract any more` },
        ];
      // What it was answered with is known to nobody after an update.
      return [{ rule: "code-removed", code, message: `\`${code}\` is gone`, witness: oldAnswers(before, error) }];
    }),
    ...added
      .filter(({ code }) => !taken.has(code))
      .map((error): Difference => {
        const { code, operations } = error;
        const isNew = operations.every((id) => !known.has(id));
        const rule = isNew ? "code-added-to-new-operations" : "code-added";
        return { rule, code, message: `\`${code}\` is new`, witness: newAnswers(after, error) };
      }),
    ...after.data.errors.flatMap((error): Difference[] => {
      const was = old.get(error.code);
      const to = renamed.get(error.code);
      if (to !== undefined) return [renameOf(error, now.get(to)!, after)];
      return was ? changedCode(was, error, after) : [];
    }),
  ];
}

function changedCode(was: ErrorData, is: ErrorData, after: Side): Difference[] {
  const { code } = is;
  if (is.retired)
    return was.retired ? [] : [{ rule: "code-retired", code, message: `\`${code}\` is retired${instead(is)}` }];
  if (was.retired) return [revivalOf(was, is, after)];
  const type = (error: ErrorData) => (error.wireType === "integer" ? "a number" : "a text");
  const seen = (error: ErrorData) => !["const", "enum", "extension"].includes(error.evidence);
  return [
    ...(type(was) === type(is)
      ? []
      : [
          {
            rule: "code-type-changed" as const,
            code,
            message: `\`${code}\` is ${type(is)} in the body: it was ${type(was)}`,
            witness: newAnswers(after, is),
          },
        ]),
    ...(is.deprecated && !was.deprecated
      ? [{ rule: "deprecated" as const, code, message: `\`${code}\` is deprecated${instead(is)}` }]
      : []),
    ...(seen(is) && !seen(was)
      ? [
          {
            rule: "evidence-lost" as const,
            code,
            message: `\`${code}\` is only seen now (${is.evidence}): it was listed`,
          },
        ]
      : []),
  ];
}

/** Whoever still knows a retired code takes it for what it was. */
function revivalOf(was: ErrorData, is: ErrorData, after: Side): Difference {
  const { code } = is;
  const witness = newAnswers(after, is);
  if (hasMeaningOf(was, is))
    return { rule: "code-revived", code, message: `\`${code}\` was retired, and is given again`, witness };
  return { rule: "code-reused", code, message: `\`${code}\` was retired, and is given with another meaning`, witness };
}

/** Whether an error is of the kind that another was, and is called or described alike. */
export function hasMeaningOf(was: ErrorData, is: ErrorData): boolean {
  const isOther = was.category !== null && is.category !== null && was.category !== is.category;
  return !isOther && haveTextInCommon(was, is);
}

function instead({ replacedBy }: ErrorData): string {
  return replacedBy === null ? "" : `: \`${replacedBy}\` takes its place`;
}

function renameOf(from: ErrorData, to: ErrorData, after: Side): Difference {
  const message = `\`${from.code}\` is \`${to.code}\` now`;
  return { rule: "code-renamed", code: from.code, to: to.code, message, witness: newAnswers(after, to) };
}
