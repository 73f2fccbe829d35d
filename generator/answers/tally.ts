import type { Contract, ContractError } from "../model/contract.js";
import type { Deviation } from "../runtime/error.js";
import type { AuditReport, CodeSeen, Drift } from "./audit-report.js";
import type { Weighed } from "./weigh.js";

/** So many different codes and drifts are named: a field that holds something else for each answer is no code. */
const maxNamed = 10_000;

/** Counts answers as they come, and says at any time what they held. */
export interface Tally {
  /** `place`: where the answer stands, for the first one of its kind. */
  readonly add: (weighed: Weighed, place: string) => void;
  /** A line that tells of no answer. */
  readonly addUnread: () => void;
  readonly report: () => AuditReport;
}

/** Begins to count what is held against contracts. */
export function tallyOf(contracts: readonly Contract[]): Tally {
  const counts = countsOf();
  return {
    add: (weighed, place) => {
      if (weighed.kind === "foreign") counts.all.foreign += 1;
      else if (weighed.kind === "status") counts.all.withoutBody += 1;
      else counts.all.answers += 1;
      const isNamed = weighed.kind !== "error" || counts.addCode(codeSeen(weighed));
      const areNamed = driftOf(weighed).map((each) => counts.addDrift({ ...each, answers: 1, first: place }));
      if (!isNamed || areNamed.includes(false)) counts.all.unnamed += 1;
    },
    addUnread: () => {
      counts.all.unread += 1;
    },
    report: () => {
      const report = counts.named();
      return { ...report, unseen: unseenOf(contracts, report.codes) };
    },
  };
}

/** Reports of parts, or of other days, as one. */
export function mergeReports(reports: readonly AuditReport[]): AuditReport {
  const counts = countsOf();
  for (const report of reports) {
    for (const name of Object.keys(counts.all) as (keyof typeof counts.all)[]) counts.all[name] += report[name];
    for (const each of report.codes) if (!counts.addCode(each)) counts.all.unnamed += each.answers;
    for (const each of report.drift) if (!counts.addDrift(each)) counts.all.unnamed += each.answers;
  }
  const named = counts.named();
  const seen = new Set(named.codes.map(keyOf));
  const missed = new Map(reports.flatMap(({ unseen }) => unseen.map((each) => [keyOf(each), each] as const)));
  return { ...named, unseen: [...missed].flatMap(([key, each]) => (seen.has(key) ? [] : [each])) };
}

/** What is counted so far. Thousands of answers a second are added, so that it changes in place. */
function countsOf() {
  const all = { answers: 0, withoutBody: 0, foreign: 0, unread: 0, unnamed: 0 };
  const codes = new Map<string, { seen: CodeSeen; answers: number; statuses: Counts; operations: Counts }>();
  const drift = new Map<string, { drift: Drift; answers: number }>();
  return {
    all,
    /** False where there are too many others already. */
    addCode: (seen: CodeSeen): boolean => {
      const key = keyOf(seen);
      const known = codes.get(key) ?? { seen, answers: 0, statuses: new Map(), operations: new Map() };
      if (known.answers === 0 && codes.size >= maxNamed) return false;
      codes.set(key, known);
      known.answers += seen.answers;
      addCounts(known.statuses, seen.statuses);
      addCounts(known.operations, seen.operations);
      return true;
    },
    /** The same of a drift. */
    addDrift: (one: Drift): boolean => {
      const key = keyOf(one);
      const known = drift.get(key) ?? { drift: one, answers: 0 };
      if (known.answers === 0 && drift.size >= maxNamed) return false;
      drift.set(key, known);
      known.answers += one.answers;
      return true;
    },
    named: () => ({
      ...all,
      codes: inOrder(codes).map(({ seen, answers, ...counts }) => {
        const [statuses, operations] = [counts.statuses, counts.operations].map((each) =>
          Object.fromEntries([...each].sort()),
        );
        return { ...seen, answers, statuses: statuses!, operations: operations! };
      }),
      drift: inOrder(drift).map(({ drift: one, answers }) => ({ ...one, answers })),
    }),
  };
}

type Counts = Map<string, number>;

function addCounts(counts: Counts, added: CodeSeen["statuses"]): void {
  for (const name of Object.keys(added)) counts.set(name, (counts.get(name) ?? 0) + added[name]!);
}

type Keyed = Pick<Drift, "api" | "code"> &
  Partial<Pick<Drift, "kind" | "operation" | "pointer" | "expected" | "found">>;

function keyOf({ api, code, kind, operation, pointer, expected, found }: Keyed): string {
  return kind === undefined ? `${api}\0${code}` : [api, code, kind, operation, pointer, expected, found].join("\0");
}

function inOrder<Entry extends { readonly answers: number }>(entries: ReadonlyMap<string, Entry>): Entry[] {
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry)
    .sort((a, b) => b.answers - a.answers);
}

function codeSeen({ contract, code, error, status, operation }: Extract<Weighed, { kind: "error" }>): CodeSeen {
  return {
    api: contract.id,
    code,
    listed: isLive(error, contract),
    answers: 1,
    statuses: status === undefined ? {} : { [status]: 1 },
    operations: operation ? { [operation.id]: 1 } : {},
  };
}

function isLive(error: ContractError | undefined, { retired }: Contract): boolean {
  return error !== undefined && !retired.includes(error);
}

type Departure = Omit<Drift, "answers" | "first">;

/** In which ways an answer departs from its contract. */
function driftOf(weighed: Weighed): Departure[] {
  if (weighed.kind === "foreign") return [];
  const { contract, operation, status } = weighed;
  const api = contract.id;
  const at = operation?.id ?? null;
  const expected = `a status of ${operation?.id ?? contract.title}`;
  const undeclared = {
    kind: "undeclared",
    code: null,
    operation: at,
    pointer: "",
    expected,
    found: `status ${status}`,
  } as const;
  if (weighed.kind === "status") return weighed.isDeclared ? [] : [{ api, ...undeclared }];
  const { code, error, deviations } = weighed;
  if (!error && code === `http_${status}`) return [{ api, ...undeclared }];
  if (!error || !isLive(error, contract)) {
    const [kind, wanted] = error
      ? (["retired", "a code that is not retired"] as const)
      : (["unlisted", "a listed code"] as const);
    return [{ kind, api, code, operation: null, pointer: "", expected: wanted, found: code }];
  }
  const different = new Map(deviations.map((each) => [JSON.stringify([each.pointer, each.expected]), each]));
  return [...different.values()].map((deviation) => ({
    kind: "deviation",
    api,
    code,
    operation: at,
    ...withoutValue(deviation),
  }));
}

/** What people sent stays where it was recorded: of a value, its type is told. */
function withoutValue({ pointer, expected, found }: Deviation): Deviation {
  return { pointer, expected, found: found.replace(/^(string|number|boolean) .*$/s, "$1") };
}

function unseenOf(contracts: readonly Contract[], codes: readonly CodeSeen[]): AuditReport["unseen"] {
  const seen = new Set(codes.map(keyOf));
  return contracts.flatMap(({ id: api, errors }) =>
    errors.flatMap(({ code, wire }) => (wire && !seen.has(keyOf({ api, code })) ? [{ api, code }] : [])),
  );
}
