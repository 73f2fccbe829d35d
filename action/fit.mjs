/** What GitHub takes: a comment by characters, the summary of a step by bytes. */
const limits = {
  comment: { most: 65_536, size: (text) => text.length },
  summary: { most: 1024 * 1024, size: (text) => Buffer.byteLength(text) },
};

/** Markdown that has room: whole rows and whole answers from the top, and how many more there are, and where. */
export function fitted(markdown, place, where) {
  const { most, size } = limits[place];
  if (size(markdown) <= most) return markdown;
  const [table, ...answers] = markdown.split(/(?=\n<details>)/);
  const rows = table.split(/(?<=\n)/);
  const more = (kept, shown) => {
    const parts = [
      ...(kept < rows.length ? [`${rows.length - kept} more changes`] : []),
      ...(shown < answers.length ? [`${answers.length - shown} more answers that show changes`] : []),
    ];
    return `\n… and ${parts.join(", and ")}: ${where}.\n`;
  };
  // The longest that this line can be.
  let room = most - size(more(0, 0));
  const fitting = (texts) => {
    const end = texts.findIndex((text) => {
      room -= size(text);
      return room < 0;
    });
    return end === -1 ? texts.length : end;
  };
  const kept = fitting(rows);
  const shown = kept < rows.length ? 0 : fitting(answers);
  return [...rows.slice(0, kept), ...answers.slice(0, shown), more(kept, shown)].join("");
}
