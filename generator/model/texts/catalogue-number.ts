/** Whether a code says nothing to a reader: `4711`, or a number of a catalogue, as `ORD-422-001` and `E1001` are. */
export function isCatalogueNumber(code: string): boolean {
  return !/\p{L}/u.test(code) || /^\p{L}{1,8}[-_. ]?(?:\d+[-_.])*\d{3,}$/u.test(code);
}
