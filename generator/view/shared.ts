/** Values that stand in several places: each is written once, under a name. */
export interface Shared<Value> {
  /** In the order in which they are needed first. `count`: in how many places. */
  readonly named: readonly {
    readonly name: string;
    readonly value: Value;
    readonly count: number;
    readonly first: number;
  }[];
  /** The name of a value; undefined where it is written in its place. */
  readonly nameOf: (value: Value) => string | undefined;
}

/** Those of some values that occur again and are longer than `length` as JSON. They are called `codes1`, `codes2`. */
export function shareRepeated<Value>(values: readonly Value[], prefix: string, length: number): Shared<Value> {
  const keys = new Map<Value, string>();
  // Thousands of places can share one list: it is looked at once.
  const keyOf = (value: Value) => {
    const key = keys.get(value) ?? JSON.stringify(value);
    keys.set(value, key);
    return key;
  };
  const found = new Map<string, { value: Value; count: number; first: number }>();
  for (const [first, value] of values.entries()) {
    const key = keyOf(value);
    const known = found.get(key) ?? { value, count: 0, first };
    found.set(key, { ...known, count: known.count + 1 });
  }
  const repeated = [...found].filter(([key, { count }]) => count > 1 && key.length > length);
  const names = new Map(repeated.map(([key], index) => [key, `${prefix}${index + 1}`]));
  return {
    named: repeated.map(([key, { value, count, first }]) => ({ name: names.get(key)!, value, count, first })),
    nameOf: (value) => names.get(keyOf(value)),
  };
}
