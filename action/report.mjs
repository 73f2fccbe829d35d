/** By this, at its very start, a comment is known as ours. */
export const mark = "<!-- openapi-errors diff -->";

const mostOfReason = 20_000;

/** What can't be compared is not unchanged. */
export function notCompared(reason) {
  const why = reason.trim().slice(0, mostOfReason);
  // Text in a block of code, whatever back-ticks it has.
  const longest = Math.max(3, ...[...why.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${mark}\n### Errors: not compared\n\n${fence}text\n${why}\n${fence}\n`;
}

export function nothingBefore() {
  return `${mark}\n### Errors: nothing to compare with\n\nThere is no earlier commit.\n`;
}
