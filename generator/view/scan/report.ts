import type { Contract } from "../../model/contract.js";
import type { CodeFound } from "../../model/infer/codes-found.js";
import type { Survey } from "../../model/infer/survey.js";
import type { Problem } from "../../problem/problem.js";
import { positionOf } from "../../read/position.js";
import { printable } from "../../runtime/text.js";

/** What `scan` prints: as data. */
export function scanData(contract: Contract, survey: Survey, problems: readonly Problem[]) {
  const { envelopes, codes, bare: _, ...rest } = survey;
  return {
    id: contract.id,
    title: contract.title,
    coverage: contract.coverage,
    envelopes: envelopes.map((found) => ({ ...contract.envelopes.find(({ name }) => name === found.name), ...found })),
    codes: codes.map(codeData),
    codesInSeveralStatuses: codes.filter(({ statuses }) => statuses.length > 1).map(({ code }) => code),
    ...rest,
    contradictions: problems.filter(({ code }) => contradictions.has(code)).map(placeOf),
  };
}

/** An example against its schema, or against the error that it stands under. */
const contradictions = new Set<string>(["example-breaks-schema", "example-of-another-error"]);

export type ScanData = ReturnType<typeof scanData>;

function codeData({ places, responses: _, ...code }: CodeFound) {
  return { ...code, places: places.map((node) => placeAt(positionOf(node))).sort() };
}

function placeOf({ position, message }: Problem): string {
  return `${placeAt(position)}: ${message}`;
}

function placeAt({ file, line, column }: Problem["position"]): string {
  return `${file}:${line}:${column}`;
}

/** How many lines of one kind are shown: the rest is in `--format json`. */
const maxLines = 8;

/** The same for a person, to be read in a minute. */
export function scanText(data: ScanData): string {
  const { coverage, envelopes, codes } = data;
  const { errorResponses: answers } = coverage;
  const listed = codes.filter((code) => code.listed);
  const share = (count: number) =>
    `${count} of ${answers} (${answers === 0 ? 0 : Math.floor((100 * count) / answers)} %)`;
  const codeLine = ({ code, evidence, statuses, places }: ScanData["codes"][number]) =>
    `${code}  ${statuses.join(" ")}  ${evidence}  ${places[0] ?? ""}${places.length > 1 ? ` and ${places.length - 1} more` : ""}`;
  const sections: [title: string, lines: readonly string[], all?: number][] = [
    ["Envelopes", envelopes.map(({ name, code, answers: count }) => `${name}: ${code ?? "no code"}, ${share(count)}`)],
    ["Places that could hold the code too", data.runnersUp.map((one) => `${one.pointer}: ${share(one.answers)}`)],
    ["Codes", listed.map(codeLine)],
    ["Codes that are seen, not listed", codes.filter((code) => !code.listed).map(codeLine)],
    ["Codes in several statuses", data.codesInSeveralStatuses],
    ["Codes that differ only in form", data.spellings.map((group) => group.join(", "))],
    ["Operations without errors", data.operationsWithoutErrors, coverage.operations],
    ["Answers without body", data.answersWithoutBody, answers],
    ["Answers without code", data.answersWithoutCode, answers],
    ["Errors inside success answers", data.errorsInSuccess],
    ["Examples that contradict", data.contradictions],
  ];
  const head = [
    `${data.title} (${data.id})`,
    `  ${coverage.operationsWithErrors} of ${coverage.operations} operations say what their errors are, in ${answers} answers`,
    `  with a body: ${share(coverage.withBody)}; with a place for a code: ${share(coverage.withCodePointer)}; with listed codes: ${share(coverage.withListedCodes)}`,
  ];
  return `${[...head, ...sections.flatMap((section) => sectionOf(...section))].map(printable).join("\n")}\n`;
}

/** A long list of everything that there is says no more than that it is everything. */
function sectionOf(title: string, lines: readonly string[], all?: number): string[] {
  if (lines.length === 0) return [];
  if (lines.length > maxLines && lines.length === all) return ["", `${title}: all ${all}`];
  const shown = lines.slice(0, maxLines).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return ["", `${title} (${lines.length})`, ...shown, ...(rest > 0 ? [`  and ${rest} more`] : [])];
}
