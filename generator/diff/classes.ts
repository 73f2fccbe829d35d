import type { Retry } from "../runtime/category.js";
import type { ErrorData } from "../view/data/contract-data.js";
import type { Candidate, Difference } from "./change.js";
import { changedAt, compareDetails, sampleOf } from "./details.js";
import type { RuleId } from "./rules.js";
import { errorsByCode, type Side } from "./side.js";
import { answersOf, madeAnswer } from "./witness.js";

/** What is said of an error that has the same code in both. */
export function compareErrors(before: Side, after: Side): Difference[] {
  const old = errorsByCode(before.data);
  return after.data.errors.flatMap((is) => {
    const was = old.get(is.code);
    if (!was) return [];
    const witness: Candidate[] = answersOf(after, is).map((answer) => ({ answer, validUnder: "new" }));
    return [...retryOf(was, is), ...categoryOf(was, is), ...fieldsOf(was, is), ...headersOf(was, is)]
      .map((difference): Difference => ({ ...difference, code: is.code, witness }))
      .concat(detailsOf(was, is, after));
  });
}

function retryOf(was: ErrorData, is: ErrorData): Difference[] {
  if (was.retry === is.retry || was.retry === null || is.retry === null) return [];
  const message = `\`${is.code}\` is retried ${how[is.retry]}: it was ${how[was.retry]}`;
  return [{ rule: retryRule(was.retry, is.retry), about: `${was.retry} ${is.retry}`, message }];
}

const how: Readonly<Record<Retry, string>> = {
  never: "never",
  backoff: "after a growing pause",
  "after-delay": "after the delay that it states",
};

function retryRule(was: Retry, is: Retry): RuleId {
  if (is === "never") return "retry-stopped";
  if (was === "never") return "retry-started";
  return is === "backoff" ? "retry-needs-idempotence" : "retry-any-method";
}

function categoryOf(was: ErrorData, is: ErrorData): Difference[] {
  if (was.category === is.category) return [];
  const said = (category: string | null) => (category === null ? "that of its status" : `\`${category}\``);
  const message = `the category of \`${is.code}\` is ${said(is.category)}: it was ${said(was.category)}`;
  return [{ rule: "category-changed", about: `${was.category} ${is.category}`, message }];
}

function fieldsOf(was: ErrorData, is: ErrorData): Difference[] {
  const { code, fields } = is;
  if (was.fields === fields) return [];
  const to = fields === null ? "nowhere any more" : `at \`${fields}\``;
  const message = `the field errors of \`${code}\` stand ${to}`;
  if (was.fields === null) return [{ rule: "fields-added", message }];
  return [{ rule: "fields-moved", about: String(fields), message: `${message}: it was \`${was.fields}\`` }];
}

function headersOf(was: ErrorData, is: ErrorData): Difference[] {
  const has = new Set(is.headers.map((header) => header.toLowerCase()));
  const gone = was.headers.filter((header) => !has.has(header.toLowerCase()));
  return gone.map((header) => ({
    rule: "header-removed",
    about: header.toLowerCase(),
    message: `\`${is.code}\` does not declare \`${header}\` any more`,
  }));
}

function detailsOf(was: ErrorData, is: ErrorData, after: Side): Difference[] {
  const { code } = is;
  if (was.details === null) return [];
  if (is.details === null) {
    const witness: Candidate[] = answersOf(after, is).map((answer) => ({ answer, validUnder: "new" }));
    return [{ rule: "details-removed", code, message: `\`${code}\` has no details any more`, witness }];
  }
  const sample = sampleOf(is.details);
  return compareDetails(was.details, is.details).map(({ rule, path, said, shown }) => ({
    rule,
    code,
    about: path.join("."),
    message: `${said}, of \`${code}\``,
    witness: [{ answer: madeAnswer(after, is, changedAt(sample, path, shown)), validUnder: "new" as const }],
  }));
}
