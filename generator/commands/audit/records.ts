import type { Fields } from "../../answers/fields.js";
import { answersOfLine, answersOfValue } from "../../answers/line.js";
import type { Recorded } from "../../answers/recorded.js";
import { answersInOrder } from "../../answers/recording.js";
import { isObject } from "../../read/source.js";
import { linesOf, type Traffic } from "./lines.js";

/** What stands at one place of traffic: no answer where it is about something else. */
export interface Place {
  readonly answers: readonly Recorded[];
  /** The number of its line, or of its entry: `:12`, `, entry 3`. */
  readonly at: string;
}

/** Which of equally many parts is looked at, from 1, so that several machines share the work. */
export interface Part {
  readonly part: number;
  readonly of: number;
}

/** In characters: what a value may be that takes more than a line, and so is held as a whole. */
const maxWhole = 256 * 1024 * 1024;

/** A value that is longer. */
export class TrafficTooLong extends Error {}

/**
 * The places of traffic: each line of a log, whatever it is written in, or each entry of a recording, which is one value of JSON:
 * an HTTP Archive, or a list of answers.
 */
export async function* placesOf(traffic: Traffic, fields: Fields, { part, of }: Part): AsyncGenerator<Place> {
  const isOwn = (_: unknown, index: number) => index % of === part - 1;
  const ofLine = (line: string, number: number): Place[] => {
    const isLeftOut = line.trim() === "" || !isOwn(line, number - 1);
    return isLeftOut ? [] : [{ answers: answersOfLine(line, fields), at: `:${number}` }];
  };
  let number = 0;
  let begun: string[] | undefined;
  let length = 0;
  for await (const line of linesOf(traffic)) {
    number += 1;
    const isFirst = number === 1;
    const value = isFirst ? jsonIn(line) : undefined;
    const entries = value === undefined ? undefined : entriesOf(value, fields);
    if (isFirst && value === undefined && /^\s*[[{]/.test(line)) begun = [];
    if (begun) begun.push(line);
    else if (entries) yield* entries.filter(isOwn);
    else yield* ofLine(line, number);
    length += begun ? line.length : 0;
    if (length > maxWhole) throw new TrafficTooLong();
  }
  if (!begun) return;
  const whole = jsonIn(begun.join("\n"));
  const found =
    whole === undefined
      ? undefined
      : (entriesOf(whole, fields) ?? [{ answers: answersOfValue(Object(whole), fields), at: "" }]);
  if (found) yield* found.filter(isOwn);
  else for (const [index, line] of begun.entries()) yield* ofLine(line, index + 1);
}

/** Of a value that holds many answers; undefined where it is one. */
function entriesOf(value: unknown, fields: Fields): Place[] | undefined {
  const recorded = answersInOrder(value);
  if (recorded) return recorded.map(({ entry, ...answer }) => ({ answers: [answer], at: entryAt(entry) }));
  const list = Array.isArray(value) ? value : listIn(value);
  return list?.map((item, index) => ({
    answers: isObject(item) ? answersOfValue(item, fields) : [],
    at: entryAt(index),
  }));
}

function entryAt(index: number): string {
  return `, entry ${index + 1}`;
}

/** The interactions of a recording, whatever it calls them: each has an answer. */
function listIn(value: unknown): unknown[] | undefined {
  if (!isObject(value)) return undefined;
  const isInteraction = (item: unknown) => isObject(item) && isObject(item.response);
  return Object.values(value).find(
    (member): member is unknown[] => Array.isArray(member) && member.some(isInteraction),
  );
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
