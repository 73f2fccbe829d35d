import type { Fields } from "../../answers/fields.js";
import { jsonIn } from "../../answers/json-in.js";
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

/** How a value of JSON begins, laid out; many logs begin each line with `[2027-01-31 09:00:00]`. */
const beginning = /^\s*(?:\{\s*(?:"|$)|\[\s*(?:[[{"]|$))/;

/** A value that is longer. */
export class TrafficTooLong extends Error {}

/**
 * The places of traffic: each line of a log, whatever it is written in, or each entry of a recording, which is one value of JSON:
 * an HTTP Archive, or a list of answers.
 */
export async function* placesOf(traffic: Traffic, fields: Fields, { part, of }: Part): AsyncGenerator<Place> {
  const isOwn = (_: unknown, index: number) => index % of === part - 1;
  const lines = linesOf(traffic);
  const { read, value } = await beginningOf(lines);
  const entries = value === undefined ? undefined : entriesOf(value, fields, read.length > 1);
  let number = entries ? read.length : 0;
  const ofLine = (line: string): Place[] => {
    number += 1;
    const isLeftOut = line.trim() === "" || !isOwn(line, number - 1);
    return isLeftOut ? [] : [{ answers: answersOfLine(line, fields), at: `:${number}` }];
  };
  if (entries) yield* entries.filter(isOwn);
  else for (const line of read) yield* ofLine(line);
  for await (const line of lines) yield* ofLine(line);
}

/** The value of JSON that traffic is or begins with, in one line or laid out; undefined where it is none. And the lines read for it. */
async function beginningOf(
  lines: AsyncGenerator<string>,
): Promise<{ readonly read: readonly string[]; readonly value?: unknown }> {
  const read: string[] = [];
  let length = 0;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value;
    const value = read.length < 2 ? jsonIn(line) : undefined;
    read.push(line);
    length += line.length;
    if (read.length === 1 && value !== undefined) return { read, value };
    // A log, or one whose first line was cut: the second one is whole.
    if (!beginning.test(read[0]!) || value !== undefined) return { read };
    if (length > maxWhole) throw new TrafficTooLong();
  }
  return { read, value: jsonIn(read.join("\n")) };
}

/** Of a value that holds many answers, or `isAll` that the traffic is; undefined of one that is a line like others. */
function entriesOf(value: unknown, fields: Fields, isAll: boolean): Place[] | undefined {
  const recorded = answersInOrder(value);
  if (recorded) return recorded.map(({ entry, ...answer }) => ({ answers: [answer], at: entryAt(entry) }));
  const list = Array.isArray(value) ? value : listIn(value);
  if (list) return list.map((item, index) => ({ answers: answersOfItem(item, fields), at: entryAt(index) }));
  return isAll ? [{ answers: answersOfItem(value, fields), at: "" }] : undefined;
}

function answersOfItem(item: unknown, fields: Fields): Recorded[] {
  return isObject(item) ? answersOfValue(item, fields) : [];
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
