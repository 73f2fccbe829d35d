import type { Retry } from "../runtime/category.js";
import { categoryOf, retryOf } from "../runtime/rule.js";
import { coversStatus } from "../runtime/status.js";
import type { ErrorData } from "../view/data/contract-data.js";
import type { Candidate, Difference } from "./change.js";
import { changedAt, compareDetails, sampleOf } from "./details.js";
import type { RuleId } from "./rules.js";
import { type SharedDifference, sharedCauses } from "./shared-causes.js";
import { errorsByCode, type Side } from "./side.js";
import { type ShownDifference, unsaid } from "./unsaid-details.js";
import { answersOf, madeAnswer, statusesOf } from "./witness.js";

/** What is said of an error that has the same code in both. */
export function compareErrors(before: Side, after: Side): Difference[] {
  const old = errorsByCode(before.data);
  const both = after.data.errors.flatMap((is) => {
    const was = old.get(is.code);
    const witness: Candidate[] = was ? answersOf(after, is).map((answer) => ({ answer, validUnder: "new" })) : [];
    return was ? [{ was, is, witness }] : [];
  });
  return [
    ...both.flatMap(({ was, is, witness }) =>
      [...retryChanges(was, is, before, after), ...categoryChanges(was, is, before, after)].map((difference) => ({
        ...difference,
        code: is.code,
        witness,
      })),
    ),
    ...sharedCauses(
      both.flatMap(({ was, is, witness }) => [
        ...[...fieldsOf(was, is), ...headersOf(was, is)].map((each) => ({ ...each, code: is.code, witness })),
        ...detailsOf(was, is, before, after),
      ]),
    ),
  ];
}

function retryChanges(was: ErrorData, is: ErrorData, before: Side, after: Side): Difference[] {
  return changesOf(was.retry, is.retry, was, is, (side, status) =>
    retryOf((side === "old" ? before : after).parser.errors[is.code], status),
  ).map(([from, to]) => {
    const message = `\`${is.code}\` is ${how[to]}: it was ${how[from]}`;
    return { rule: retryRule(from, to), about: `${from} ${to}`, message };
  });
}

/** Ways in which a class is another; where it depends on the status of the answer, with those that the error had and has. */
function changesOf<Class extends string>(
  from: Class | null,
  to: Class | null,
  was: ErrorData,
  is: ErrorData,
  classOf: (side: "old" | "new", status: number) => Class,
): (readonly [Class, Class])[] {
  if (from !== null && to !== null) return from === to ? [] : [[from, to]];
  const statuses = is.statuses.flatMap(statusesOf).filter((status) => coversStatus(was.statuses, status));
  const pairs = statuses.map((status) => [classOf("old", status), classOf("new", status)] as const);
  return [...new Map(pairs.filter(([one, other]) => one !== other).map((pair) => [pair.join(" "), pair])).values()];
}

const how: Readonly<Record<Retry, string>> = {
  never: "never retried",
  backoff: "retried after a growing pause",
  "after-delay": "retried after the delay that it states",
};

function retryRule(was: Retry, is: Retry): RuleId {
  if (is === "never") return "retry-stopped";
  if (was === "never") return "retry-started";
  return is === "backoff" ? "retry-needs-idempotence" : "retry-any-method";
}

function categoryChanges(was: ErrorData, is: ErrorData, before: Side, after: Side): Difference[] {
  return changesOf(was.category, is.category, was, is, (side, status) =>
    categoryOf((side === "old" ? before : after).parser.errors[is.code], status),
  ).map(([from, to]) => {
    const message = `the category of \`${is.code}\` is \`${to}\`: it was \`${from}\``;
    return { rule: "category-changed", about: `${from} ${to}`, message };
  });
}

type OfAnError = Omit<SharedDifference, "code">;

function fieldsOf(was: ErrorData, is: ErrorData): OfAnError[] {
  const { fields } = is;
  if (was.fields === fields) return [];
  const to = fields === null ? "nowhere any more" : `at \`${fields}\``;
  const say = (of: string) => `the field errors of ${of} stand ${to}`;
  if (was.fields === null) return [{ rule: "fields-added", say }];
  return [{ rule: "fields-moved", about: String(fields), say: (of) => `${say(of)}: it was \`${was.fields}\`` }];
}

function headersOf(was: ErrorData, is: ErrorData): OfAnError[] {
  const lacks = (headers: readonly string[] = []) => {
    const has = new Set(headers.map((header) => header.toLowerCase()));
    return (header: string) => !has.has(header.toLowerCase());
  };
  const isGone = lacks(is.headers);
  const mayBeLeftOut = lacks(is.requiredHeaders);
  return [
    ...was.headers.filter(isGone).map((header) => ({
      rule: "header-removed" as const,
      about: header.toLowerCase(),
      say: (of: string) => `${of} ${of.includes(",") ? "do" : "does"} not declare \`${header}\` any more`,
    })),
    ...(was.requiredHeaders ?? [])
      .filter((header) => mayBeLeftOut(header) && !isGone(header))
      .map((header) => ({
        rule: "header-optional" as const,
        about: header.toLowerCase(),
        say: (of: string) => `${of} may come without \`${header}\``,
      })),
  ];
}

function detailsOf(was: ErrorData, is: ErrorData, before: Side, after: Side): SharedDifference[] {
  const { code } = is;
  if (was.details === null) return [];
  if (is.details === null) {
    const witness: Candidate[] = answersOf(after, is).map((answer) => ({ answer, validUnder: "new" }));
    return [
      {
        rule: "details-removed",
        code,
        say: (of) => `${of} ${of.includes(",") ? "have" : "has"} no details any more`,
        witness,
      },
    ];
  }
  const sample = sampleOf(is.details);
  const found = compareDetails(was.details, is.details);
  return [
    ...lostDetails(is, before, after),
    ...found.map(({ rule, path, said, shown }): SharedDifference => {
      const details = changedAt(sample, path, shown);
      return detailsDifference(after, is, { rule, path, said, details });
    }),
    ...unsaid(is.details, before.parser.errors[code]?.details, found).map((each) => detailsDifference(after, is, each)),
  ];
}

function detailsDifference(
  after: Side,
  is: ErrorData,
  { rule, path, said, details }: ShownDifference,
): SharedDifference {
  return {
    rule,
    code: is.code,
    about: path.join("."),
    say: (of) => `${said}, of ${of}`,
    witness: (is.statuses.length === 0 ? [undefined] : is.statuses.flatMap(statusesOf)).map((status) => ({
      answer: madeAnswer(after, is, details, status === undefined ? {} : { status }),
      validUnder: "new",
    })),
  };
}

/** All of the details at once; an errors.json does not tell whether they may be left out. */
function lostDetails({ code, ...is }: ErrorData, before: Side, after: Side): SharedDifference[] {
  const [old, now] = [before, after].map(({ parser }) => parser.errors[code]?.details);
  if (before.isData || after.isData || !old || old.optional || !now?.optional) return [];
  const difference = { path: [], said: "the details may be left out", details: undefined };
  return [detailsDifference(after, { code, ...is }, { ...difference, rule: "details-member-optional" })];
}
