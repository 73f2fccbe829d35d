import { constructFromEvents, EVENT_ID, parseEvents, YAMLException } from "js-yaml";

// Each alias stands for a whole subtree, and a few of them can stand for gigabytes.
export const maxAliased = 1_000_000;

/** A value, or why there is none: undefined where that is for the other parser to say. */
export type Loaded =
  | { readonly value: unknown }
  | { readonly refusal: { readonly offset: number; readonly reason: string } | undefined };

/**
 * The value of a YAML text by the faster of two parsers. Where that one refuses it, or where its aliases go beyond the
 * limits, the slower one takes a little more, and says what is wrong in words of ours.
 */
export function loadYaml(text: string, maxDepth: number): Loaded {
  try {
    const events = parseEvents(text, { maxDepth });
    const documents = constructFromEvents(events, { source: text });
    if (documents.length !== 1) return { refusal: undefined };
    const [value] = documents;
    const aliased = events.some(({ type }) => type === EVENT_ID.ALIAS);
    return aliased && !isBounded(value, maxDepth) ? { refusal: undefined } : { value };
  } catch (error) {
    const isPlaced = error instanceof YAMLException && error.mark !== undefined;
    return { refusal: isPlaced ? { offset: error.mark?.position ?? 0, reason: error.reason } : undefined };
  }
}

/** How many values there are within one, and how many levels. */
interface Size {
  readonly values: number;
  readonly levels: number;
}

/** Whether a value that holds the same objects many times would still be of a bearable size if each were a copy. */
function isBounded(value: unknown, maxDepth: number): boolean {
  // Undefined while the object itself is being measured.
  const sizes = new Map<object, Size | undefined>();
  let isCyclic = false;
  const measure = (part: unknown): Size => {
    if (typeof part !== "object" || part === null) return { values: 1, levels: 0 };
    const known = sizes.get(part);
    if (known) return known;
    if (sizes.has(part)) {
      isCyclic = true;
      return { values: 0, levels: 0 };
    }
    sizes.set(part, undefined);
    let values = 1;
    let levels = 0;
    for (const inner of Object.values(part).map(measure)) {
      values += inner.values;
      levels = Math.max(levels, inner.levels);
    }
    const size = { values, levels: levels + 1 };
    sizes.set(part, size);
    return size;
  };
  const { values, levels } = measure(value);
  return !isCyclic && levels <= maxDepth && values <= maxAliased;
}
