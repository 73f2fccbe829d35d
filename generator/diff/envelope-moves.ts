import type { EnvelopeData } from "../view/data/contract-data.js";
import type { Difference } from "./change.js";
import type { RuleId } from "./rules.js";

/** What an envelope says where; each may move by itself. */
const parts = [
  ["code-moved", "code", "code"],
  ["message-moved", "message", "message"],
  ["details-moved", "details", "details"],
  ["request-id-moved", "request id", "requestId"],
  ["delay-moved", "delay", "delay"],
  ["fields-moved", "field", "field"],
] as const satisfies readonly (readonly [RuleId, string, keyof EnvelopeData])[];

/** One part that stands elsewhere, or (`to`) nowhere any more. */
interface Move {
  readonly rule: RuleId;
  readonly name: string;
  readonly part: string;
  readonly from: string;
  readonly to: string | undefined;
}

/** Parts that moved together: an object that has another name or place, or all that an envelope has. */
interface Whole {
  readonly moves: readonly Move[];
  /** What one pointer became in all of them; undefined where they have no such thing in common. */
  readonly by: Substitution | undefined;
}

interface Substitution {
  readonly from: string;
  readonly to: string;
}

/** What stands elsewhere in an envelope: what moved together is one difference. */
export function movesBetween(from: EnvelopeData, to: EnvelopeData): Difference[] {
  const moves = movesOf(from, to);
  const wholes = wholesOf(moves, from, to);
  const alone = moves.filter((move) => !wholes.some((whole) => whole.moves.includes(move)));
  return [...wholes.map(differenceOf), ...alone.map(differenceOfOne), ...headerMove(from, to)].concat(
    constantMoves(from, to, wholes),
  );
}

/** Whether a pointer became another by what is told of the envelope. `hasDetails`: of where details stand, too. */
export function isMovedAlong(
  was: string,
  is: string,
  from: EnvelopeData,
  to: EnvelopeData,
  hasDetails: boolean,
): boolean {
  const moves = movesOf(from, to);
  const together = wholesOf(moves, from, to).flatMap((whole) => whole.moves);
  const details = moves.filter(({ part }) => part === "details" && hasDetails);
  const all = [...together.flatMap((move) => [substitutionOf(move), move]), ...details];
  return all.some((each) => each.to !== undefined && moved(was, { from: each.from, to: each.to }) === is);
}

function movesOf(from: EnvelopeData, to: EnvelopeData): Move[] {
  return parts.flatMap(([rule, name, part]) => {
    const [a, b] = [from[part], to[part]];
    return a === b || a === undefined ? [] : [{ rule, name, part, from: a, to: b }];
  });
}

/** One that moves alone is told of as itself. */
function wholesOf(moves: readonly Move[], from: EnvelopeData, to: EnvelopeData): Whole[] {
  const placed = moves.filter((move) => move.to !== undefined);
  const groups = new Map<string, Whole>();
  for (const move of placed) {
    const by = substitutionOf(move);
    const key = JSON.stringify(by);
    groups.set(key, { moves: [...(groups.get(key)?.moves ?? []), move], by });
  }
  const isKept = parts.some(([, , part]) => from[part] !== undefined && from[part] === to[part]);
  // A body whose code stands elsewhere, and nothing of which stands where it stood, is another as a whole.
  const isOther = !isKept && placed.length > 1 && placed.some(({ part }) => part === "code");
  if (isOther) return [{ moves: placed, by: groups.size === 1 ? [...groups.values()][0]?.by : undefined }];
  return [...groups.values()].filter((group) => group.moves.length > 1);
}

/** `/error/code` that is `/code` now: `/error` became the top. */
function substitutionOf({ from, to = "" }: Move): Substitution {
  const [a, b] = [from.split("/"), to.split("/")];
  while (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return { from: a.join("/"), to: b.join("/") };
}

function moved(pointer: string, { from, to }: Substitution): string | undefined {
  return pointer === from || pointer.startsWith(`${from}/`) ? to + pointer.slice(from.length) : undefined;
}

function differenceOf({ moves, by }: Whole): Difference {
  const named = moves.map(({ name, from, to = "" }) => `${name} ${shown(from)} → ${shown(to)}`).join(", ");
  const message = by
    ? `what stood at ${shown(by.from)} stands at ${shown(by.to)}: ${named}`
    : `the envelope is another: ${named}`;
  const about = by ? `${by.from} ${by.to}` : moves.map(({ part, from, to }) => `${part} ${from} ${to}`).join(", ");
  return { rule: "envelope-moved", about, message };
}

function differenceOfOne({ rule, name, part, from, to }: Move): Difference {
  const where = to === undefined ? "nowhere any more" : `at ${shown(to)}`;
  const stand = part === "details" ? "stand" : "stands";
  const message = `the ${name} ${stand} ${where}, before at ${shown(from)}`;
  return { rule, about: `${part} ${from} ${to}`, message };
}

function headerMove({ codeHeader: from }: EnvelopeData, { codeHeader: to }: EnvelopeData): Difference[] {
  if (from === to || from === undefined) return [];
  return [differenceOfOne({ rule: "code-moved", name: "code", part: "codeHeader", from, to })];
}

function constantMoves(from: EnvelopeData, to: EnvelopeData, wholes: readonly Whole[]): Difference[] {
  return Object.entries(from.literals ?? {}).flatMap(([pointer, value]): Difference[] => {
    const isIn = (place: string | undefined) =>
      place !== undefined && JSON.stringify(to.literals?.[place]) === JSON.stringify(value);
    if (isIn(pointer) || wholes.some(({ by }) => by && isIn(moved(pointer, by)))) return [];
    const is = to.literals?.[pointer];
    const message = `\`${pointer}\` is ${is === undefined ? "no constant any more" : JSON.stringify(is)}: it was always ${JSON.stringify(value)}`;
    return [{ rule: "envelope-constant-changed", about: `${pointer} ${JSON.stringify(is)}`, message }];
  });
}

function shown(pointer: string): string {
  return pointer === "" ? "the top of the body" : `\`${pointer}\``;
}
