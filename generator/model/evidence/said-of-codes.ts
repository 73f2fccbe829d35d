import { onceFor } from "../../read/made-once.js";
import type { FoundCode } from "../definitions/codes.js";
import { lastPart } from "../definitions/humanise.js";
import { spellingOf } from "../definitions/spelling.js";
import type { SaidOfCode } from "./code-texts.js";
import type { ExtensionEntry } from "./extension-entry.js";

/** What extensions say of codes goes before what schemas say, and that before what tables say. */
export function withSaid(codes: readonly FoundCode[], entries: readonly ExtensionEntry[]): readonly FoundCode[] {
  if (entries.length === 0) return codes;
  const [extensions, tables] = [entries.filter(isExtension), entries.filter((entry) => !isExtension(entry))];
  return codes.map((found) => {
    const parts = [saidOf(found.code, extensions), found.said, saidOf(found.code, tables)];
    const said = parts.filter((part) => part !== undefined);
    return said.length === 0 ? found : { ...found, said: said.slice(1).reduce(withMore, toldIn(said[0]!)) };
  });
}

function isExtension({ evidence }: ExtensionEntry): boolean {
  return evidence === "extension";
}

export function toldIn(said: SaidOfCode): SaidOfCode {
  const { title, meaning, resolution, status, retry, deprecated, since, replacedBy } = said;
  return { title, meaning, resolution, status, retry, deprecated, since, replacedBy };
}

function withMore(said: SaidOfCode, more: SaidOfCode): SaidOfCode {
  return {
    title: said.title ?? more.title,
    meaning: said.meaning ?? more.meaning,
    resolution: said.resolution ?? more.resolution,
    status: said.status ?? more.status,
    retry: said.retry ?? more.retry,
    deprecated: said.deprecated ?? more.deprecated,
    since: said.since ?? more.since,
    replacedBy: said.replacedBy ?? more.replacedBy,
  };
}

/** What is said of a code: by itself, or by the last part of its URI; in a table by another spelling too. */
export function saidOf(code: string, entries: readonly ExtensionEntry[]): ExtensionEntry | undefined {
  const index = indexOf(entries);
  const found = index.byCode.get(code) ?? index.byCode.get(lastPart(code)) ?? index.bySpelling.get(spellingOf(code));
  if (!found) return undefined;
  const first = <Part extends keyof ExtensionEntry>(part: Part) =>
    found.map((entry) => entry[part]).find((value) => value !== undefined) as ExtensionEntry[Part];
  return {
    ...found[0]!,
    title: first("title"),
    meaning: first("meaning"),
    resolution: first("resolution"),
    status: found[0]!.evidence === "table" ? onlyStatus(found) : first("status"),
    retry: first("retry"),
    deprecated: first("deprecated"),
    since: first("since"),
    replacedBy: first("replacedBy"),
  };
}

/** A code may have a row for each of its statuses: then none of them is its own. */
function onlyStatus(entries: readonly ExtensionEntry[]): string | undefined {
  const statuses = new Set(entries.flatMap(({ status }) => status ?? []));
  return statuses.size === 1 ? [...statuses][0] : undefined;
}

const indexOf = onceFor((entries: readonly ExtensionEntry[]) => ({
  byCode: groupedBy(entries, ({ code }) => code),
  bySpelling: groupedBy(
    entries.filter(({ evidence }) => evidence === "table"),
    ({ code }) => spellingOf(code),
  ),
}));

function groupedBy(entries: readonly ExtensionEntry[], keyOf: (entry: ExtensionEntry) => string) {
  const groups = new Map<string, ExtensionEntry[]>();
  for (const entry of entries) if (!groups.get(keyOf(entry))?.push(entry)) groups.set(keyOf(entry), [entry]);
  return groups;
}
