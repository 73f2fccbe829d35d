import type { Contract, ContractError } from "../model/contract.js";
import { fillsNothing, messageMisspelt, messagesEmpty, messagesMissing } from "../problem/catalogue.js";
import type { Position, Problem } from "../problem/problem.js";
import { suggest } from "../problem/suggest.js";
import type { Entry } from "./entry.js";
import { fillersOf, ofEveryError } from "./fillers.js";
import type { Place } from "./place.js";
import { placeholdersIn } from "./placeholders.js";

/** The messages that one API has at one place of a catalogue. */
export interface Held {
  readonly file: string;
  readonly api: string;
  /** Of a catalogue that holds several languages. */
  readonly language: string | null;
  /** Where the message of a code stands: `errors.{code}`. */
  readonly key: string;
  /** How many codes have a message, and which have none. */
  readonly messages: number;
  readonly missing: readonly Missing[];
  /** Codes that are sent no more, and have a message. */
  readonly retired: readonly string[];
  /** What else stands beside the codes. */
  readonly others: readonly string[];
  readonly problems: readonly Problem[];
}

/** A code without a message, and what one could be made of. */
export interface Missing {
  readonly code: string;
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  /** What a message may be filled with. */
  readonly details: readonly string[];
}

/** Whether a contract wants a message for it: what has no code of its own is told by its status. */
export function wantsMessage({ wire }: ContractError): boolean {
  return wire;
}

export function held(file: string, entries: readonly Entry[], place: Place, contract: Contract): Held {
  const { prefix, suffix, language, spelling, messages } = place;
  const keyOf = (code: string) => `${prefix}${spelling(code)}${suffix}`;
  const wanted = contract.errors.filter(wantsMessage);
  const without = wanted.filter(({ code }) => !(messages.get(code) ?? []).some((entry) => isWritten(entry, code)));
  const retired = new Set(contract.retired.map(({ code }) => spelling(code)));
  const others = othersAt(entries, place);
  const meant = new Map(
    [...others].flatMap(([name]): [string, ContractError][] => {
      if (retired.has(name)) return [];
      const near = suggest(
        name,
        without.map(({ code }) => spelling(code)),
      );
      const error = without.find(({ code }) => spelling(code) === near);
      return error ? [[name, error]] : [];
    }),
  );
  const empty = without.filter(({ code }) => messages.has(code));
  const absent = without.filter((error) => !empty.includes(error) && ![...meant.values()].includes(error));
  const where = { api: contract.id, language };
  const named = (errors: readonly ContractError[]) => errors.map((error) => missingOf(error, keyOf));
  const [firstEmpty] = empty.flatMap(({ code }) => messages.get(code) ?? []);
  const near = nearestTo(place, entries);
  const ofAny = new Set(contract.errors.flatMap(fillersOf));
  return {
    file,
    api: contract.id,
    language: language ?? null,
    key: `${prefix}{code}${suffix}`,
    messages: wanted.length - without.length,
    missing: named(without),
    retired: [...others.keys()].filter((name) => retired.has(name)),
    others: [...others.keys()].filter((name) => !retired.has(name) && !meant.has(name)),
    problems: [
      ...(absent.length > 0 && near ? [{ ...messagesMissing(named(absent), where), position: near }] : []),
      ...(firstEmpty ? [{ ...messagesEmpty(named(empty), where), position: firstEmpty.position() }] : []),
      ...[...meant].map(([name, { code }]) => ({
        ...messageMisspelt(name, code, spelling(code), contract.id),
        position: others.get(name)!.position(),
      })),
      ...wanted.flatMap((error) => (messages.get(error.code) ?? []).flatMap((entry) => unfilled(entry, error, ofAny))),
    ],
  };
}

/** A text that only repeats its key is what tools put where nobody has written one. */
function isWritten({ key, text }: Entry, code: string): boolean {
  return text.trim() !== "" && text !== key && text !== code;
}

function missingOf(error: ContractError, keyOf: (code: string) => string): Missing {
  const { code, title, meaning } = error;
  return { code, key: keyOf(code), title, meaning, details: fillersOf(error) };
}

/**
 * What stands where codes do and is none, by its name there. Where nothing stands before the codes that would set them apart,
 * as at the root of a file, only beside many of them.
 */
function othersAt(entries: readonly Entry[], { prefix, suffix, language, messages }: Place): Map<string, Entry> {
  const known = new Set([...messages.values()].flat());
  const others = new Map<string, Entry>();
  for (const entry of entries) {
    const { key } = entry;
    if (entry.language !== undefined && entry.language !== language) continue;
    if (known.has(entry) || !key.startsWith(prefix) || !key.endsWith(suffix)) continue;
    const name = key.slice(prefix.length, key.length - suffix.length).split(".", 1)[0] ?? "";
    if (name !== "" && !others.has(name)) others.set(name, entry);
  }
  return prefix !== "" || others.size <= messages.size ? others : new Map();
}

/** Where a message would be written: behind the last one that is there, or else at the beginning. */
function nearestTo({ prefix, messages }: Place, entries: readonly Entry[]): Position | undefined {
  const last = [...messages.values()].flat().at(-1) ?? entries.find(({ key }) => key.startsWith(prefix)) ?? entries[0];
  return last?.position();
}

/** Placeholders of a message that the details of its error do not fill. `ofAny`: what those of any error hold. */
function unfilled({ text, position }: Entry, error: ContractError, ofAny: ReadonlySet<string>): Problem[] {
  const fillers = fillersOf(error);
  return (
    placeholdersIn(text)
      .map((name) => name.replace(/^(?:error\.)?(?:details\.)?/, ""))
      .filter((name) => !fillers.includes(name) && !ofEveryError.includes(name))
      // What an app fills itself is not known here: only beside declared details, or as a detail of another error, is it a slip.
      .filter((name) => fillers.length > 0 || ofAny.has(name))
      .map((name) => ({ ...fillsNothing(name, error.code, fillers, suggest(name, fillers)), position: position() }))
  );
}
