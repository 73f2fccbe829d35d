import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from "js-yaml";
import { collectionPlace, type Place, scalarPlace } from "./outline.js";

type ScalarEvent = Extract<Event, { readonly type: typeof EVENT_ID.SCALAR }>;

/** Where the values of a text stand that js-yaml takes. Throws where it does not. */
export function outlineOfYaml(text: string, maxDepth: number): Place {
  const events = parseEvents(text, { maxDepth });
  const ends = endsOf(events);
  const next = (index: number) => (ends[index] ?? index) + 1;

  const placeAt = (index: number, key: number | undefined): Place => {
    const event = events[index];
    if (event?.type === EVENT_ID.MAPPING) return collectionPlace(key, event.start, () => membersAt(index));
    if (event?.type === EVENT_ID.SEQUENCE) return collectionPlace(key, event.start, () => itemsAt(index));
    return scalarPlace(key, event && startOf(event, text));
  };
  const membersAt = (index: number): Map<string, Place> => {
    const places = new Map<string, Place>();
    for (let key = index + 1; events[key]?.type !== EVENT_ID.POP; ) {
      const value = next(key);
      places.set(keyText(events[key]!, text), placeAt(value, startOf(events[key]!, text)));
      key = next(value);
    }
    return places;
  };
  const itemsAt = (index: number): Map<string, Place> => {
    const places = new Map<string, Place>();
    for (let item = index + 1; events[item]?.type !== EVENT_ID.POP; item = next(item))
      places.set(String(places.size), placeAt(item, undefined));
    return places;
  };
  return placeAt(1, undefined);
}

/** For the event that begins a collection, the index of the one that ends it; 0 for all others. */
function endsOf(events: readonly Event[]): Record<number, number> {
  const ends: Record<number, number> = {};
  const open: number[] = [];
  for (const [index, { type }] of events.entries()) {
    if (type === EVENT_ID.POP) ends[open.pop() ?? 0] = index;
    else if (type !== EVENT_ID.SCALAR && type !== EVENT_ID.ALIAS) open.push(index);
  }
  return ends;
}

function keyText(event: Event, text: string): string {
  if (event.type !== EVENT_ID.SCALAR) return "";
  const { valueStart } = event;
  return valueStart < 0 ? "null" : String(getScalarValue(text, event));
}

/** Where an event's text begins: a quoted one at its quote, a block at its `|` or `>`. */
function startOf(event: Event, text: string): number | undefined {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
  if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) return undefined;
  return scalarStart(event, text);
}

function scalarStart({ style, valueStart }: ScalarEvent, text: string): number {
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const line = text.lastIndexOf("\n", valueStart - 2) + 1;
      const header = /[|>][-+\d]{0,3}[ \t]*(?:#[\s\S]*)?$/.exec(text.slice(line, valueStart).trimEnd());
      return header ? line + header.index : valueStart;
    }
    default:
      return valueStart;
  }
}
