/** Whether a line has cells: a bar that is no part of their text. */
export function hasBar(line: string): boolean {
  return /(?<!\\)\|/.test(line);
}

/** The line below the titles: `|---|:--|`. */
export function isDelimiter(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes("-") && line.includes("|");
}

/** The cells of a row, without the bars around them. */
export function cellsOf(line: string): string[] {
  const cells = line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
  if (cells.length > 1 && cells[0] === "") cells.shift();
  if (cells.length > 1 && cells.at(-1) === "") cells.pop();
  return cells;
}
