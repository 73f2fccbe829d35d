import type { Category, Retry } from "../runtime/category.js";
import { categoryOfAnswer, retryOfAnswer } from "../runtime/rule.js";
import { coversStatus } from "../runtime/status.js";
import type { ErrorData } from "../view/data/contract-data.js";
import type { Difference } from "./change.js";
import { detailsOf } from "./changed-details.js";
import { isMovedAlong } from "./envelope-moves.js";
import { envelopeOf } from "./envelopes.js";
import type { RuleId } from "./rules.js";
import { type SharedDifference, sharedCauses } from "./shared-causes.js";
import { errorsByCode, type Side } from "./side.js";
import { type Candidates, joined, newAnswers, statusesUnder, withHeader } from "./valid-answers.js";

/** What is said of an error that has the same code in both. */
export function compareErrors(before: Side, after: Side): Difference[] {
  const old = errorsByCode(before.data);
  const both = after.data.errors.flatMap((is) => {
    const was = old.get(is.code);
    return was ? [{ was, is, witness: newAnswers(after, is) }] : [];
  });
  return [
    ...both.flatMap(({ was, is }) => classChanges(was, is, before, after)),
    ...sharedCauses(
      both.flatMap(({ was, is, witness }) => [
        ...[...fieldsOf(was, is, before, after), ...headersOf(was, is)].map((each) => ({
          ...each,
          code: is.code,
          witness,
        })),
        ...detailsOf(was, is, before, after),
      ]),
    ),
  ];
}

function classChanges(was: ErrorData, is: ErrorData, before: Side, after: Side): Difference[] {
  const { code } = is;
  const limit = limitOf(was, is, before, after);
  const others = retriedOtherwise(is).map((status) => newAnswers(after, is, [`${status}`]));
  const witness = joined([newAnswers(after, is), ...others, limit?.witness]);
  const of = (what: "retry" | "category") => {
    const pairs = changesOf(what, was, is, before, after);
    return pairs.length > 0 || !limit ? { pairs, where: "" } : { pairs: limit[what], where: limit.where };
  };
  const [retries, categories] = [of("retry"), of("category")];
  const ruleOf = ([from, to]: Pair) => retryRule(from as Retry, to as Retry);
  return [
    ...[...new Set(retries.pairs.map(ruleOf))].map((rule): Difference => {
      const pairs = retries.pairs.filter((pair) => ruleOf(pair) === rule);
      const [from, to] = namesIn(pairs, (name) => how[name as Retry]);
      const message = `\`${code}\` is ${to}${retries.where}: it was ${from}`;
      return { rule, code, about: aboutOf(pairs), message, witness };
    }),
    ...[categories.pairs]
      .filter(({ length }) => length > 0)
      .map((pairs): Difference => {
        const [from, to] = namesIn(pairs, (name) => `\`${name}\``);
        const message = `the category of \`${code}\` is ${to}${categories.where}: it was ${from}`;
        return { rule: "category-changed", code, about: aboutOf(pairs), message, witness };
      }),
  ];
}

type Pair = readonly [from: string, to: string];

function aboutOf(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.join(" ")).join(", ");
}

/** Where a class depends on the status, it may have been several, and be several. */
function namesIn(pairs: readonly Pair[], nameOf: (name: string) => string): Pair {
  const names = (at: 0 | 1) => [...new Set(pairs.map((pair) => nameOf(pair[at])))].join(" or ");
  return [names(0), names(1)];
}

interface Classes {
  readonly category: Category;
  readonly retry: Retry;
}

/** Ways in which a class is another; where it depends on the status of the answer, with those that the error had and has. */
function changesOf<What extends keyof Classes>(what: What, was: ErrorData, is: ErrorData, before: Side, after: Side) {
  const [from, to] = [was[what], is[what]];
  if (from !== null && to !== null) return different([[from, to]]);
  const usual = statusesUnder(after, is).filter((status) => status !== undefined);
  const statuses = what === "retry" ? [...usual, ...retriedOtherwise(is)] : usual;
  const shared = statuses.filter((status) => coversStatus(was.statuses, status));
  return different(shared.map((status) => [before, after].map((side) => classesOf(side, is.code, status)[what])));
}

/** Statuses in the ranges of an error that are not retried as most in their range are. */
function retriedOtherwise({ statuses }: ErrorData): number[] {
  return [...(statuses.includes("4XX") ? [429] : []), ...(statuses.includes("5XX") ? [505] : [])];
}

/** A 403 that says how long to wait is a rate limit, unless the contract itself says what it is: only its parser tells. */
function limitOf(was: ErrorData, is: ErrorData, before: Side, after: Side) {
  const names = ["Retry-After", ...(after.data.delayHeaders ?? []).map(({ name }) => name)];
  const isSaid = names.length > 1 || is.headers.some((header) => header.toLowerCase() === "retry-after");
  if (!isSaid || ![was, is].every(({ statuses }) => coversStatus(statuses, 403))) return undefined;
  const [old, now] = [before, after].map((side) => classesOf(side, is.code, 403, 30)) as [Classes, Classes];
  const where = " where a 403 says how long to wait";
  const told = (what: keyof Classes) => different([[old[what], now[what]]]);
  const witness: Candidates = withHeader(newAnswers(after, is, ["403"]), names.at(-1)!, "30");
  return { category: told("category"), retry: told("retry"), where, witness };
}

/** What a client makes of an error that comes with a status, and of the delay that it states. */
function classesOf({ parser }: Side, code: string, status: number, delay?: number): Classes {
  const rule = parser.errors[code];
  const category = categoryOfAnswer(rule, status, {}, delay);
  return { category, retry: retryOfAnswer(rule, status, category) };
}

/** Each pair once. */
function different(pairs: readonly (readonly string[])[]): Pair[] {
  const others = pairs.filter(([one, other]) => one !== other).map(([one = "", other = ""]) => [one, other] as const);
  return [...new Map(others.map((pair) => [pair.join(" "), pair])).values()];
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

type OfAnError = Omit<SharedDifference, "code">;

function fieldsOf(was: ErrorData, is: ErrorData, before: Side, after: Side): OfAnError[] {
  const { fields } = is;
  if (was.fields === fields || isToldOfEnvelope(was, is, before, after)) return [];
  const to = fields === null ? "nowhere any more" : `at \`${fields}\``;
  const say = (of: string) => `the field errors of ${of} stand ${to}`;
  if (was.fields === null) return [{ rule: "fields-added", say }];
  return [{ rule: "fields-moved", about: String(fields), say: (of) => `${say(of)}: it was \`${was.fields}\`` }];
}

/** Field errors that stand where they stood in what holds them, which moved itself. */
function isToldOfEnvelope(was: ErrorData, is: ErrorData, before: Side, after: Side): boolean {
  const [from, to] = [envelopeOf(before, was), envelopeOf(after, is)];
  if (!from || !to || was.fields === null || is.fields === null) return false;
  const hasDetails = was.details !== null && is.details !== null;
  return isMovedAlong(was.fields, is.fields, from, to, hasDetails);
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
