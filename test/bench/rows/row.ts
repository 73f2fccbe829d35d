/** What a row is measured with. */
export interface Setting {
  /** How often each side is measured. */
  readonly runs: number;
  /** Small inputs, once each: that it works, not how long it takes. */
  readonly isShort: boolean;
  /** Where real documents are that no package brings. */
  readonly documents: string | undefined;
  /** A folder of the row's own, gone afterwards. */
  readonly folder: string;
}

export const groups = ["generate", "docs", "growth", "cost", "runtime", "size", "consumer", "others"] as const;

/** One line of the table. */
export interface Row {
  /** What it is asked for by; bench.json keeps its figures below it. */
  readonly name: string;
  readonly group: (typeof groups)[number];
  readonly work: string;
  readonly against: string;
  /** What the figure is: so many times of the other side, or an amount. */
  readonly unit: Unit;
  /** The most that the figure may be. None: the row is there to compare. */
  readonly target?: number;
  readonly measure: (setting: Setting) => Promise<Outcome>;
}

export type Unit = "times" | "us" | "ms" | "s" | "KB";

export type Outcome = Figures | NotRun;

export interface NotRun {
  /** What is missing, and how to get it. */
  readonly notRun: string;
}

export interface Figures {
  readonly figure: number;
  /** Medians of each side; `ours` alone where a row has no other. */
  readonly ours: Amount;
  readonly theirs?: Amount;
  /** The least and the most of the figure in single runs. */
  readonly spread: readonly [least: number, most: number];
  readonly runs: number;
  /** It was ended before it had done its work: the figure is the least that it takes. */
  readonly isUnfinished?: true;
  /** What was found to be the same on both sides, before anything was measured. */
  readonly checked: string;
}

export interface Amount {
  readonly amount: number;
  readonly unit: Exclude<Unit, "times"> | "MB";
  /** Of the process that held most. */
  readonly megabytes?: number;
}
