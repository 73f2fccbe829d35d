/**
 * Rows that take one value of each axis, few of them: any two values of two axes stand together in one row at least.
 * The first row has the first value of each.
 */
export function pairwise<Axes extends Readonly<Record<string, readonly unknown[]>>>(axes: Axes): Row<Axes>[] {
  const lists = Object.values(axes);
  const open = new Set<string>();
  const pairsOf = (row: readonly number[]) =>
    row.flatMap((value, axis) =>
      row.slice(axis + 1).map((other, after) => `${axis}=${value} ${axis + 1 + after}=${other}`),
    );
  for (const [axis, list] of lists.entries())
    for (const [after, others] of lists.slice(axis + 1).entries())
      for (const value of list.keys())
        for (const other of others.keys()) open.add(`${axis}=${value} ${axis + 1 + after}=${other}`);

  const rows: number[][] = [];
  let row = lists.map(() => 0);
  for (let next = 1; open.size > 0; ) {
    rows.push(row);
    for (const pair of pairsOf(row)) open.delete(pair);
    let most = -1;
    // Of many rows, the one that brings most; the same ones each time.
    for (let tried = 0; tried < 200; tried += 1) {
      const candidate = lists.map(({ length }) => {
        next = (next * 48271) % 2147483647;
        return next % length;
      });
      const gain = pairsOf(candidate).filter((pair) => open.has(pair)).length;
      if (gain > most) [most, row] = [gain, candidate];
    }
  }
  const names = Object.keys(axes);
  return rows.map(
    (values) => Object.fromEntries(values.map((value, axis) => [names[axis]!, lists[axis]![value]])) as Row<Axes>,
  );
}

export type Row<Axes extends Readonly<Record<string, readonly unknown[]>>> = {
  readonly [Name in keyof Axes]: Axes[Name][number];
};
