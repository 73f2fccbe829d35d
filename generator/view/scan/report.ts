import { type Section, sections, type TerminalPage } from "../terminal/code-page.js";
import { type Cell, table } from "../terminal/table.js";
import { type Screen, type TerminalText, terminalText } from "../terminal/text.js";
import { counted } from "../words.js";
import type { NextStep } from "./next-steps.js";
import type { ScanData } from "./scan-data.js";

/** How many lines of one kind are shown: the rest is in `--format json`. */
const maxLines = 8;

/** How many values of a place are shown. */
const maxValues = 4;

/** How many statuses of a code are shown. */
const maxStatuses = 7;

/** What `scan` prints for a person, to be read in a minute. `next`: what to type then. */
export function scanPage(data: ScanData, next: readonly NextStep[], screen: Screen): TerminalPage {
  const text = terminalText(screen);
  return {
    title: text.heading(data.title),
    subtitle: text.code(data.id, `(${extentOf(data)})`),
    facts: sharesOf(data, text),
    text: undefined,
    sections: [...findings(data, text), ...sections(text, [["Next", table(next, text)]])],
  };
}

function extentOf({ coverage: { operations, operationsWithErrors, errorResponses } }: ScanData): string {
  const all = counted(operations, "operation");
  if (errorResponses === 0) return `no error answers in ${all}`;
  const where = operationsWithErrors === operations ? `all of ${all}` : `${operationsWithErrors} of ${all}`;
  return `${counted(errorResponses, "error answer")} in ${where}`;
}

function sharesOf({ coverage }: ScanData, text: TerminalText) {
  const { errorResponses: all, withBody, withCodePointer, withListedCodes } = coverage;
  if (all === 0) return [];
  return table(
    [
      [...share(withBody, all), "show a body"],
      [...share(withCodePointer, all), "have a place for a code"],
      [...share(withListedCodes, all), "list their codes"],
    ],
    text,
  );
}

function findings(data: ScanData, text: TerminalText): Section[] {
  const { coverage, codes } = data;
  const all = coverage.errorResponses;
  const codeRow = ({ code, evidence, statuses, places }: ScanData["codes"][number]): Cell[] => {
    const shown = statuses.length > maxStatuses ? [...statuses.slice(0, maxStatuses - 1), "..."] : statuses;
    return [code, shown.join(" "), evidence, firstOf(places)];
  };
  const plain = (lines: readonly string[]): Cell[][] => lines.map((line) => [line]);
  const found: [title: string, rows: readonly (readonly Cell[])[], all?: number][] = [
    ["Envelopes", data.envelopes.map(({ name, code, answers }) => [name, code ?? "no code", ...share(answers, all)])],
    [
      "Places that could hold the code too",
      data.runnersUp.map(({ pointer, answers, values }) => [pointer, ...share(answers, all), namesOf(values)]),
    ],
    ["Codes", codes.filter(({ listed }) => listed).map(codeRow)],
    ["Codes that are seen, not listed", codes.filter(({ listed }) => !listed).map(codeRow)],
    ["Codes in several statuses", plain(data.codesInSeveralStatuses), codes.length],
    ["Codes that differ only in form", plain(data.spellings.map((group) => group.join(", ")))],
    ["Operations without errors", plain(data.operationsWithoutErrors), coverage.operations],
    ["Answers without body", plain(data.answersWithoutBody), all],
    ["Answers without code", plain(data.answersWithoutCode), all],
    ["Errors inside success answers", inSuccess(data.errorsInSuccess)],
    ["Examples that contradict", plain(data.contradictions)],
  ];
  return found.flatMap((section) => sectionOf(text, ...section));
}

/** Where they stand, and in how many answers. */
function inSuccess(found: ScanData["errorsInSuccess"]): Cell[][] {
  const byPointer = new Map<string, string[]>();
  for (const { pointer, answer } of found) byPointer.set(pointer, [...(byPointer.get(pointer) ?? []), answer]);
  return [...byPointer]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([pointer, answers]) => [pointer, { figure: String(answers.length) }, firstOf(answers)]);
}

function firstOf([first = "", ...others]: readonly string[]): string {
  return others.length > 0 ? `${first} and ${others.length} more` : first;
}

/** A long list of everything that there is says no more than that it is everything. */
function sectionOf(text: TerminalText, title: string, rows: readonly (readonly Cell[])[], all?: number): Section[] {
  if (rows.length === 0) return [];
  if (rows.length > maxLines && rows.length === all)
    return [{ heading: text.heading(`${title}: all ${all}`), blocks: [] }];
  const rest = rows.length - maxLines;
  const blocks = [...table(rows.slice(0, maxLines), text), ...(rest > 0 ? [text.row([`and ${rest} more`])] : [])];
  return [{ heading: text.heading(`${title} (${rows.length})`), blocks }];
}

/** What is listed at a place, as far as it takes to know what is meant. */
function namesOf(values: readonly string[]): string {
  const shown = values.slice(0, maxValues).join(", ");
  return values.length > maxValues ? `${shown} and ${values.length - maxValues} more` : shown;
}

function share(count: number, all: number): Cell[] {
  return [{ figure: String(count) }, { figure: percent(count, all) }];
}

/** Of what there is some, never 0 %; of what is missing somewhere, never 100 %. */
function percent(count: number, all: number): string {
  const rounded = Math.round((100 * count) / all);
  if (rounded === 0 && count > 0) return "<1 %";
  if (rounded === 100 && count < all) return ">99 %";
  return `${rounded} %`;
}
