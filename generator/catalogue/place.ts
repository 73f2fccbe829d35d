import { edgesOf } from "./edges.js";
import type { Entry } from "./entry.js";
import { type Split, splitAtLanguage } from "./language.js";
import { type Spelling, spellings } from "./spelling.js";

/** Where the messages of an API stand in a catalogue, in one language: around each code is the same. */
export interface Place {
  readonly prefix: string;
  readonly suffix: string;
  /** Of a catalogue that holds several. */
  readonly language: string | undefined;
  readonly spelling: Spelling;
  /** By code: its texts, of which a plural or a heading has several. */
  readonly messages: ReadonlyMap<string, readonly Entry[]>;
}

/** A code that a key may be that of. */
interface Match {
  readonly code: string;
  readonly entry: Entry;
  readonly language: string | undefined;
  readonly length: number;
}

/** Matches that have all but the code in common, and the language. */
interface Group {
  readonly spelling: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly matches: Match[];
  readonly codes: Set<string>;
}

/** How keys are made, as somebody said it: what stands before and behind the code. */
export interface Pattern {
  readonly prefix: string;
  readonly suffix: string;
}

/** What may follow a code in the key of one of its texts: the member of a map, or a plural (CLDR) as i18next has it. */
const ofOneMessage = /^(?:\.[\s\S]*|[_#.](?:zero|one|two|few|many|other|plural))?$/;

/** The places in a catalogue that hold most codes of an API: one for each language. None where it holds no code. */
export function placesOf(entries: readonly Entry[], codes: readonly string[], pattern?: Pattern): Place[] {
  const groups = [...groupsOf(entries, codes, pattern)].sort(
    (a, b) =>
      b.codes.size - a.codes.size ||
      a.spelling - b.spelling ||
      a.suffix.length - b.suffix.length ||
      a.prefix.length - b.prefix.length,
  );
  const [best] = groups;
  if (!best) return [];
  const { prefix: shared, suffix, matches } = best;
  const languages = languagesAt(shared, entries);
  return languages.map((language) => ({
    prefix: shared.replace(anyLanguage, language ?? ""),
    suffix,
    language,
    spelling: spellings[best.spelling]!,
    messages: messagesOf(matches.filter((match) => isReadIn(language, match.language, languages))),
  }));
}

const anyLanguage = "\0";

function groupsOf(entries: readonly Entry[], codes: readonly string[], pattern: Pattern | undefined): Iterable<Group> {
  const groups = new Map<string, Group>();
  const index = indexOf(codes);
  const lengths = new Set([...index.keys()].map((key) => key.length));
  for (const entry of entries) {
    const { key } = entry;
    const edges = edgesOf(key);
    for (const [from, start] of edges.entries())
      for (const end of edges.slice(from + 1)) {
        if (!lengths.has(end - start)) continue;
        const prefix = key.slice(0, start);
        const behind = key.slice(end);
        const suffix = ofOneMessage.test(behind) ? "" : behind;
        const split = splitAtLanguage(prefix);
        if (pattern && !fits(pattern, prefix, behind, split)) continue;
        for (const { code, spelling } of index.get(key.slice(start, end)) ?? []) {
          const shared = split ? `${split.before}${anyLanguage}.${split.after}` : prefix;
          const id = JSON.stringify([spelling, shared, suffix]);
          const group = groups.get(id) ?? { spelling, prefix: shared, suffix, matches: [], codes: new Set() };
          group.matches.push({ code, entry, language: entry.language ?? split?.language, length: end - start });
          group.codes.add(code);
          groups.set(id, group);
        }
      }
  }
  return groups.values();
}

/** Whoever says how keys are made need not name each language of a file. */
function fits(pattern: Pattern, prefix: string, behind: string, split: Split | undefined): boolean {
  const inAny = split && `${split.before}${split.after}`;
  return (prefix === pattern.prefix || inAny === pattern.prefix) && behind.startsWith(pattern.suffix);
}

/** What codes are called in keys, by each spelling. */
function indexOf(codes: readonly string[]): Map<string, { readonly code: string; readonly spelling: number }[]> {
  const index = new Map<string, { readonly code: string; readonly spelling: number }[]>();
  for (const [spelling, spell] of spellings.entries())
    for (const code of codes) {
      const key = spell(code);
      const known = index.get(key) ?? [];
      if (key !== "") index.set(key, [...known, { code, spelling }]);
    }
  return index;
}

/** The languages whose texts stand at a place, also those in which no code does yet; undefined for the one of a file. */
function languagesAt(shared: string, entries: readonly Entry[]): (string | undefined)[] {
  const [before, after] = shared.split(anyLanguage, 2);
  const all = entries.map((entry) => {
    if (after === undefined) return entry.language;
    const split = splitAtLanguage(entry.key);
    return split?.before === before ? split?.language : undefined;
  });
  return [...new Set(after === undefined ? all : all.filter((language) => language !== undefined))];
}

/** Who reads `de-AT` is shown what it lacks in `de`, where that is there. */
function isReadIn(language: string | undefined, of: string | undefined, all: readonly (string | undefined)[]): boolean {
  const [base] = language?.split(/[-_]/, 1) ?? [];
  return of === language || (of === base && all.includes(base));
}

/** By code. Of two codes of which one begins like the other, as `auth` and `auth.expired`, a key is that of the longer one. */
function messagesOf(matches: readonly Match[]): Map<string, Entry[]> {
  const longest = new Map<Entry, Match>();
  for (const match of matches) {
    const known = longest.get(match.entry);
    if (!known || known.length < match.length) longest.set(match.entry, match);
  }
  const messages = new Map<string, Entry[]>();
  for (const { code, entry } of longest.values()) messages.set(code, [...(messages.get(code) ?? []), entry]);
  return messages;
}
