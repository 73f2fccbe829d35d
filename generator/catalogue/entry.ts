import type { Position, Problem } from "../problem/problem.js";

/** One text of a message catalogue. */
export interface Entry {
  /** The steps to it, joined by dots: `errors.order_limit_reached`. */
  readonly key: string;
  /** Empty where nobody has translated it. */
  readonly text: string;
  /** Of a text whose key is the same in all languages of its catalogue. */
  readonly language?: string;
  /** Of its key. Asked for where there is something to say: most texts are as they should be. */
  readonly position: () => Position;
}

export type CatalogueRead = { readonly entries: readonly Entry[] } | { readonly problems: readonly Problem[] };

/** What stands for a text that is made when it is needed: by a function, or by a name of another file. */
export const madeText = "...";
