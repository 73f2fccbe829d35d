import { Refusal } from "./refusal.js";

/** Where a list goes on: a cursor is the number of the entry, which nobody has to know. */
export function placeOf(cursor: string | undefined, total: number): number {
  const from = Number(cursor ?? "0");
  if (!Number.isInteger(from) || from < 0 || (from > 0 && from >= total))
    throw new Refusal("`cursor` is none that was given here: leave it out to begin at the start");
  return from;
}

export function cursorTo(next: number | undefined): string | null {
  return next === undefined ? null : String(next);
}
