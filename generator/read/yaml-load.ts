import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, mergeTag, parseEvents, YAMLException } from "js-yaml";

// Each alias stands for a whole subtree, and a few of them can stand for gigabytes.
export const maxAliased = 1_000_000;

/** Why the faster parser has no value of a text. The other one has better words for it. */
export interface Refusal {
  readonly kind: "syntax" | "documents" | "aliases" | "depth";
  readonly offset: number;
  /** In its words, of syntax. */
  readonly reason: string;
}

export type Loaded = { readonly value: unknown } | { readonly refusal: Refusal };

// YAML 1.2 knows no `<<`, and OpenAPI means YAML 1.2: what else reads documents merges it, so that people write it.
const schema = CORE_SCHEMA.withTags(mergeTag);

// Each merge copies: a chain of n of them would be n * n / 2 members.
const maxMerged = 100_000;

/**
 * The value of a YAML text by the faster of two parsers. Where that one refuses it, or where its aliases go beyond the
 * limits, the slower one takes a little more, and says what is wrong in words of ours.
 */
export function loadYaml(text: string, maxDepth: number): Loaded {
  try {
    const events = parseEvents(text, { maxDepth });
    const documents = constructFromEvents(events, { source: text, schema, maxTotalMergeKeys: maxMerged });
    if (documents.length > 1) return { refusal: { kind: "documents", offset: beginningOfSecond(events), reason: "" } };
    const [value] = documents;
    // None stands for what has no anchor, and most texts have none.
    const alias = text.includes("&") ? events.find((event) => event.type === EVENT_ID.ALIAS) : undefined;
    const kind = alias && excessOf(value, maxDepth);
    return kind ? { refusal: { kind, offset: alias.anchorStart, reason: "" } } : { value };
  } catch (error) {
    const isPlaced = error instanceof YAMLException && error.mark !== undefined;
    const [offset, reason] = isPlaced ? [error.mark?.position ?? 0, error.reason] : [0, String(error)];
    return { refusal: { kind: "syntax", offset, reason } };
  }
}

/** How many values there are within one, and how many levels. */
interface Size {
  readonly values: number;
  readonly levels: number;
}

/** Of a value that holds the same objects many times: what there would be too much of if each were a copy. */
function excessOf(value: unknown, maxDepth: number): "aliases" | "depth" | undefined {
  // Undefined while the object itself is being measured.
  const sizes = new Map<object, Size | undefined>();
  let isEndless = false;
  const measure = (part: unknown, depth: number): Size => {
    if (typeof part !== "object" || part === null) return { values: 1, levels: 0 };
    const known = sizes.get(part);
    if (known) return known;
    if (sizes.has(part) || depth > maxDepth) {
      isEndless = true;
      return { values: 0, levels: 0 };
    }
    sizes.set(part, undefined);
    let values = 1;
    let levels = 0;
    for (const inner of Object.values(part).map((member) => measure(member, depth + 1))) {
      values += inner.values;
      levels = Math.max(levels, inner.levels);
    }
    const size = { values, levels: levels + 1 };
    sizes.set(part, size);
    return size;
  };
  const { values, levels } = measure(value, 1);
  if (isEndless || levels > maxDepth) return "depth";
  return values > maxAliased ? "aliases" : undefined;
}

/** Where the second document begins: at the first thing in it. */
function beginningOfSecond(events: readonly Event[]): number {
  const second = events.findIndex(({ type }, index) => type === EVENT_ID.DOCUMENT && index > 0);
  const first = events[second + 1];
  if (first?.type === EVENT_ID.MAPPING || first?.type === EVENT_ID.SEQUENCE) return first.start;
  return first?.type === EVENT_ID.SCALAR && first.valueStart > 0 ? first.valueStart : 0;
}
