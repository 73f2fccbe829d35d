import type { Place } from "./places.js";

/** Places of one shape of body, with what its examples show at each, and the statuses it comes with. */
export interface Shape {
  readonly places: readonly Place[];
  readonly samplesAt: (place: Place) => readonly Sample[];
  readonly statuses: ReadonlySet<string>;
  /** Whether it stands only for what an operation answers on success too, so that it is no error in particular. */
  readonly isAnyAnswer: () => boolean;
}

/** A value in an example, and the status of its answer where the example is one of an answer. */
export interface Sample {
  readonly value: unknown;
  readonly status: string | undefined;
}
