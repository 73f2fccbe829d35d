import type { ErrorData } from "../view/data/contract-data.js";
import { errorsByCode, type Side } from "./side.js";

/** Which code took the place of which: it was announced, or the one says of the other all but its name. */
export function renamedCodes(before: Side, after: Side): ReadonlyMap<string, string> {
  const [old, now] = [errorsByCode(before.data), errorsByCode(after.data)];
  const added = after.data.errors.filter(({ code, retired, wire }) => wire && !old.has(code) && !retired);
  const gone = before.data.errors.filter(({ code, wire }) => wire && !now.has(code));
  const retired = after.data.errors.filter((error) => error.retired && old.get(error.code)?.retired === false);
  const free = new Set(added.map(({ code }) => code));
  const found = new Map<string, string>();
  const take = (from: string, to: string | undefined) => {
    if (to === undefined || !free.delete(to)) return;
    found.set(from, to);
  };
  for (const { code, replacedBy } of [...gone, ...retired]) take(code, replacedBy ?? undefined);
  for (const isAlike of [isSame, isSameBesidesDetails, hasSameDetails])
    for (const error of gone) {
      if (found.has(error.code) || error.retired) continue;
      const [only, ...others] = added.filter((other) => free.has(other.code) && isAlike(error, other));
      const rivals = before.data.errors.filter((other) => only && other !== error && isAlike(other, only));
      if (others.length === 0 && rivals.length === 0) take(error.code, only?.code);
    }
  return found;
}

function isSame(one: ErrorData, other: ErrorData): boolean {
  return isWhereItWas(one, other) && isEqual(one.details, other.details) && haveTextInCommon(one, other);
}

/** With other details it has to be called and explained as it was. */
function isSameBesidesDetails(one: ErrorData, other: ErrorData): boolean {
  const texts = ({ title, meaning }: ErrorData) => [title, meaning];
  return isWhereItWas(one, other) && one.meaning !== "" && isEqual(texts(one), texts(other));
}

/** Where nothing is said but details: those of one error are seldom those of another. */
function hasSameDetails(one: ErrorData, other: ErrorData): boolean {
  const members = Object.keys(Object(one.details?.properties));
  const isUntold = ({ title, meaning }: ErrorData) => title === meaning;
  return (
    isWhereItWas(one, other) &&
    members.length > 0 &&
    isEqual(one.details, other.details) &&
    [one, other].every(isUntold)
  );
}

function isWhereItWas(one: ErrorData, other: ErrorData): boolean {
  const where = ({ statuses, operations, envelope }: ErrorData) => [statuses, [...operations].sort(), envelope];
  return isEqual(where(one), where(other));
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether they are called alike, or explained alike. */
export function haveTextInCommon(one: ErrorData, other: ErrorData): boolean {
  const texts = ({ title, meaning }: ErrorData) => [title, meaning];
  return texts(one).some((text, i) => text !== "" && text === texts(other)[i]);
}
