/** The rows of a table in CSV (RFC 4180) and how many cells each has; and cells that a spreadsheet would calculate. */
export function csvStructure(text: string): readonly string[] {
  const rows = cellsIn(text);
  const formulas = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(?:\.\d+)?$/.test(cell));
  return [...rows.map((row) => `row of ${row.length}`), ...formulas.map((cell) => `formula ${cell}`)].sort();
}

/** The cells of each row. */
export function cellsIn(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let match = cell.exec(text); match && cell.lastIndex <= text.length; match = cell.exec(text)) {
    const [whole, quoted, plain = "", end] = match;
    if (whole === "" && end === "") break;
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ",") rows.push([]);
    if (cell.lastIndex === text.length) break;
  }
  return rows.filter((row) => row.length > 0);
}
