/** How many are remembered: those that were counted longest ago are forgotten first. */
const mostKept = 10_000;

export interface Counts {
  /** Counts one more of a kind: how many there have been, with this one. */
  readonly add: (kind: string) => number;
  readonly clear: () => void;
}

/** How often what was asked for `times`. */
export function counts(): Counts {
  const kept = new Map<string, number>();
  return {
    add(kind) {
      const count = (kept.get(kind) ?? 0) + 1;
      kept.delete(kind);
      kept.set(kind, count);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return count;
    },
    clear: () => kept.clear(),
  };
}
