import type { Change } from "../../../generator/diff/change.js";
import { compareContracts } from "../../../generator/diff/compare.js";
import type { Side } from "../../../generator/diff/side.js";
import { answersUnder, type ValidAnswer } from "./answers.js";
import { documentOf } from "./document.js";
import { type Fault, judge, seen } from "./judge.js";
import { inMemory, unprovenSideOf } from "./side-of.js";
import { isContract, type Spec } from "./spec.js";
import { after, type Step } from "./steps.js";

export interface Judged {
  readonly faults: readonly Fault[];
  readonly changes: readonly Change[];
  /** Answers that were read by both. */
  readonly answers: number;
  /** Answers that the contract's own parser does not read as what they are: nothing can be said of them. */
  readonly unread: number;
}

/** What `diff` says of a contract and of what became of it, judged; undefined where one of the two is refused. */
export function judgePair(spec: Spec, steps: readonly Step[], withExamples: boolean): Judged | undefined {
  const changed = after(spec, steps);
  const [old, now] = [sideOfSpec(spec, changed, withExamples), sideOfSpec(changed, spec, withExamples)];
  if (!old || !now) return undefined;
  const changes = compareContracts(old.side, now.side);
  const faults = judge(old.side, now.side, { old: old.valid, new: now.valid }, changes);
  return { faults, changes, answers: now.valid.length, unread: now.unread };
}

function sideOfSpec(spec: Spec, other: Spec, withExamples: boolean) {
  const read = isContract(spec) ? unprovenSideOf(inMemory(documentOf(spec))) : undefined;
  if (!read || !("side" in read)) return undefined;
  const side = withExamples ? read.side : withoutExamples(read.side);
  const named = other.operations.flatMap(({ answers }) => answers.map(({ status }) => status));
  const all = answersUnder(spec, named);
  const valid = all.filter((answer) => isReadByOwner(side, answer));
  return { side, valid, unread: all.length - valid.length };
}

function isReadByOwner(side: Side, { code, sent, operation, answer }: ValidAnswer): boolean {
  const read = seen(side, answer, operation);
  const isCode = sent === undefined ? read.code === code || code.startsWith("http_") : read.code === sent;
  return isCode && !read.status && !read.operation && !read.body;
}

/** As of a document that shows none: answers then have to be made. */
function withoutExamples({ data, parser }: Side): Side {
  return { parser, data: { ...data, errors: data.errors.map((error) => ({ ...error, examples: [] })) } };
}
