/** Hundreds of answers share one list of codes, which may be long: what is made of a list is made once, and stays shared. */
export function onceFor<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  const made = new WeakMap<List, { readonly value: Made }>();
  return (list) => {
    const known = made.get(list) ?? { value: make(list) };
    made.set(list, known);
    return known.value;
  };
}

/** What only some readers ask for: made when the first one does. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What is made of a text, once for each. */
export function onceForEach<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, { readonly value: Made }>();
  return (text) => {
    const known = made.get(text) ?? { value: make(text) };
    made.set(text, known);
    return known.value;
  };
}

/** Those that pass: the very same list where all of them do. */
export function thoseOf<Item>(list: readonly Item[], passes: (item: Item) => boolean): readonly Item[] {
  return list.every(passes) ? list : list.filter(passes);
}
