/** Where a value stands in a text: offsets from 0. */
export interface Place {
  /** Of a member of a map: where its key begins. */
  readonly key: number | undefined;
  /** Undefined where nothing is written, as behind `title:`. */
  readonly value: number | undefined;
  readonly isScalar: boolean;
  /** What stands inside, by the tokens of a JSON Pointer; looked at only when it is asked for. */
  readonly inside: () => ReadonlyMap<string, Place>;
}

const none: ReadonlyMap<string, Place> = new Map();

export function scalarPlace(key: number | undefined, value: number | undefined): Place {
  return { key, value, isScalar: true, inside: () => none };
}

/** A map or list; what stands inside is found once. */
export function collectionPlace(
  key: number | undefined,
  value: number | undefined,
  find: () => ReadonlyMap<string, Place>,
): Place {
  let found: ReadonlyMap<string, Place> | undefined;
  const inside = () => {
    found ??= find();
    return found;
  };
  return { key, value, isScalar: false, inside };
}
