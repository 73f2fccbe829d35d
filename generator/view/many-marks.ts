/** What Markdown may take for the beginning or the end of something. */
const marks = /[*_`[\]<>!~&\\]/g;

/** More of them are in no text that somebody wrote: a parser of Markdown makes some objects of each. */
const most = 20_000;

/** Whether a text holds so many marks that it is shown as it stands, and not as the Markdown that it might be. */
export function hasManyMarks(text: string): boolean {
  if (text.length <= most) return false;
  let left = most;
  for (const _ of text.matchAll(marks)) {
    left -= 1;
    if (left < 0) return true;
  }
  return false;
}
