import type { Node } from "../../read/source.js";
import type { FoundCode } from "../definitions/codes.js";
import { lastPart } from "../definitions/humanise.js";
import type { Settings } from "../document/settings.js";
import type { CodeFound } from "../survey/codes-found.js";
import { type ExtensionEntry, entriesAt } from "./extension-rules.js";

/** What the root of a document lists and no answer has. */
export interface RootCodes {
  /** Those with a status: a client may meet them, wherever that is. */
  readonly listed: readonly FoundCode[];
  /** Those of which nobody knows how they come, or where in a body they would stand. */
  readonly seen: readonly FoundCode[];
}

const errorStatus = /^[45](?:\d\d|XX)$/;

/** The codes that extensions at the root list and nothing else does; the last part of a URI is that URI. */
export function rootCodes(document: Node, settings: Settings, listed: ReadonlySet<string>): RootCodes {
  const known = new Set([...listed].flatMap((code) => [code, lastPart(code)]));
  const entries = new Map<string, ExtensionEntry>();
  for (const entry of entriesAt(document, "root", settings.extensions))
    if (entry.lists && !known.has(entry.code) && !entries.has(entry.code)) entries.set(entry.code, entry);
  const all = [...entries.values()].map(foundIn);
  const counts = settings.evidence.has("extension") && settings.envelopes.some(({ code }) => code !== undefined);
  const isListed = ({ said }: FoundCode) => counts && said?.status !== undefined;
  return { listed: all.filter(isListed), seen: all.filter((found) => !isListed(found)) };
}

function foundIn({ code, isNumber, holder, title, meaning, resolution, status, retry }: ExtensionEntry): FoundCode {
  const key = status?.toUpperCase() ?? "";
  const said = { title, meaning, resolution, retry, status: errorStatus.test(key) ? key : undefined };
  return { code, wireType: isNumber ? "integer" : "string", evidence: "extension", holder, said };
}

/** With what answers have, in order. */
export function withRootCodes(found: readonly CodeFound[], { listed, seen }: RootCodes): CodeFound[] {
  const own = new Set(listed.map(({ code }) => code));
  const known = new Set(found.map(({ code }) => code));
  const told = (isListed: boolean) => (one: FoundCode) => codeFound(one, isListed);
  return [
    ...found.filter(({ code }) => !own.has(code)),
    ...listed.map(told(true)),
    ...seen.filter(({ code }) => !known.has(code)).map(told(false)),
  ].sort((a, b) => Number(b.listed) - Number(a.listed) || (a.code < b.code ? -1 : 1));
}

function codeFound({ code, evidence, holder, said }: FoundCode, listed: boolean): CodeFound {
  const statuses = said?.status === undefined ? [] : [said.status];
  return { code, evidence, listed, statuses, answers: 0, places: [holder], responses: [] };
}
