import { onceFor } from "../../read/made-once.js";
import { identity, type Node } from "../../read/source.js";
import type { ErrorResponse } from "../answers/error-responses.js";
import type { Evidence } from "../contract.js";
import type { FoundCode } from "../definitions/codes.js";

/** A code, and all that says so. */
export interface CodeFound {
  readonly code: string;
  readonly evidence: Evidence;
  /** Whether that is enough to list it. */
  readonly listed: boolean;
  readonly statuses: readonly string[];
  readonly answers: number;
  /** What says so, once for each place. */
  readonly places: readonly Node[];
  /** The answers it stands in, once for each place where one is declared. */
  readonly responses: readonly Node[];
  /** The same by what says so there: one answer may list a code that another one only shows. */
  readonly byEvidence: ReadonlyMap<Evidence, readonly Node[]>;
}

/** A list of codes and the answers that have it. */
interface Group {
  readonly codes: readonly FoundCode[];
  readonly listed: boolean;
  readonly answers: Set<ErrorResponse>;
}

/** Every code of a document in order: those that are listed, then those that are only seen. */
export function codesFound(responses: readonly ErrorResponse[]): CodeFound[] {
  const groups = [...groupsOf(responses, true), ...groupsOf(responses, false)];
  const byCode = new Map<string, { readonly found: FoundCode; readonly group: Group }[]>();
  for (const group of groups)
    for (const found of group.codes) {
      const one = { found, group };
      const known = byCode.get(found.code);
      if (!known) byCode.set(found.code, [one]);
      // What is listed somewhere is not told again where it is only seen.
      else if (known[0]?.group.listed === group.listed) known.push(one);
    }
  return [...byCode]
    .map(([code, all]) => codeFound(code, all))
    .sort((a, b) => Number(b.listed) - Number(a.listed) || (a.code < b.code ? -1 : 1));
}

function groupsOf(responses: readonly ErrorResponse[], listed: boolean): Group[] {
  const byList = new Map<readonly FoundCode[], Group>();
  for (const response of responses)
    for (const { found, seen } of response.branches) {
      const codes = listed ? (found?.codes ?? []) : seen();
      const group = byList.get(codes) ?? { codes, listed, answers: new Set() };
      byList.set(codes, group);
      group.answers.add(response);
    }
  return [...byList.values()];
}

function codeFound(code: string, all: readonly { readonly found: FoundCode; readonly group: Group }[]): CodeFound {
  const [{ found, group }] = all as [(typeof all)[number]];
  const answers = all.length === 1 ? group.answers : new Set(all.flatMap((one) => [...one.group.answers]));
  return {
    code,
    evidence: found.evidence,
    listed: group.listed,
    statuses: statusesOf(answers),
    answers: answers.size,
    places: [...new Map(all.map(({ found: { holder } }) => [identity(holder), holder])).values()],
    responses: nodesOf(answers),
    byEvidence: byEvidence(all),
  };
}

function byEvidence(all: readonly { readonly found: FoundCode; readonly group: Group }[]): CodeFound["byEvidence"] {
  const nodes = new Map<Evidence, readonly Node[]>();
  for (const { found, group } of all)
    nodes.set(found.evidence, [...(nodes.get(found.evidence) ?? []), ...nodesOf(group.answers)]);
  return nodes;
}

const statusesOf = onceFor((answers: ReadonlySet<ErrorResponse>) =>
  [...new Set([...answers].map(({ response }) => response.key))].sort(),
);

const nodesOf = onceFor((answers: ReadonlySet<ErrorResponse>) => [
  ...new Map([...answers].map(({ response: { node } }) => [identity(node), node])).values(),
]);
