/** No key of a catalogue is longer; a text that stands for itself, as gettext has it, may be. */
const [maxKey, maxEdges] = [300, 40];

/** Where a word of a key may begin or end: at its ends, beside a sign, and between a small letter and a capital. */
export function edgesOf(key: string): number[] {
  if (key.length > maxKey) return [];
  const inner = [...key.matchAll(/(?<=[^A-Za-z0-9])|(?=[^A-Za-z0-9])|(?<=[a-z0-9])(?=[A-Z])/g)].map(
    ({ index }) => index,
  );
  return [...new Set([0, ...inner, key.length])].slice(0, maxEdges);
}
