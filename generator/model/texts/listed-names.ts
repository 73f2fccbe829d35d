import { codeCell } from "./code-cell.js";
import type { ListItem } from "./list-item.js";

/** What people read to the end. */
const maxText = 5000;

/** Words before names that say that all of them follow: `Possible values: a, b`, `one of`. */
const announced = /\b(?:values?|codes?|one of|either|can be|may be|enum)\b[^.;]{0,20}$/i;
/** Words before names that stand for others, or for no code. */
const inPassing = /\b(?:e\.?g\.?|such as|for example|like|see|instead of|unlike|examples?)\b[^.;]{0,20}$/i;

/** What stands between two names of a list. */
const joint = /^(?:or|and|\||\/|,|;)$/i;

/**
 * The names that a sentence about a code lists: `` either `cart_empty`, `cart_locked` or `cart_gone` ``. Marks tell them
 * from other words, or the words before them do; one alone may be an example.
 */
export function listedNames(description: string): ListItem[] {
  const words = description.slice(0, maxText).split(/\s+/);
  const found: ListItem[] = [];
  let run: ListItem[] = [];
  let start = 0;
  let isOpen = false;
  let isJoined = false;
  const end = () => {
    const before = words.slice(Math.max(0, start - 6), start).join(" ");
    if (run.length > 1 && isList(run, before, isJoined)) found.push(...run);
    run = [];
    isJoined = false;
  };
  words.forEach((word, at) => {
    if (run.length > 0 && joint.test(word)) {
      isOpen = true;
      isJoined ||= word === "and";
      return;
    }
    const cell = codeCell(word.replace(/^\(/, "").replace(/[,;.)]{1,3}$/, ""));
    if (run.length > 0 && !isOpen) end();
    if (cell) {
      if (run.length === 0) start = at;
      run.push({ cell, statuses: [], name: undefined, text: undefined });
    } else end();
    isOpen = /[,;|]$/.test(word);
  });
  end();
  return found;
}

/** Names that `and` joins may be members that a sentence is about. */
function isList(run: readonly ListItem[], before: string, isJoined: boolean): boolean {
  if (inPassing.test(before)) return false;
  const isAnnounced = announced.test(before) || /:$/.test(before);
  return run.every(({ cell: { code, isMarked, shape } }) => {
    if (shape === "word") return isAnnounced && (isMarked || /^[A-Z][A-Z\d]{3,}$/.test(code));
    return isAnnounced || (isMarked && !isJoined && shape === "joined");
  });
}
