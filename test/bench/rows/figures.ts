import { median } from "../median.js";
import type { Amount, Figures } from "./row.js";

interface Run {
  readonly ours: number;
  readonly theirs: number;
}

/** The figures of runs that were measured in turn: the median of what each run gives, not what medians give. */
export function figuresOf(
  runs: readonly Run[],
  unit: Amount["unit"],
  checked: string,
  figureOf: (run: Run) => number = ({ ours, theirs }) => ours / theirs,
): Figures {
  const each = runs.map(figureOf);
  return {
    figure: median(each),
    ours: { amount: median(runs.map(({ ours }) => ours)), unit },
    theirs: { amount: median(runs.map(({ theirs }) => theirs)), unit },
    spread: [Math.min(...each), Math.max(...each)],
    runs: runs.length,
    checked,
  };
}
