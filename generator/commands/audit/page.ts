import type { AuditReport, CodeSeen, Drift } from "../../answers/audit-report.js";
import { type Section, sections, type TerminalPage } from "../../view/terminal/code-page.js";
import { type Cell, table } from "../../view/terminal/table.js";
import { type Screen, type TerminalText, terminalText } from "../../view/terminal/text.js";
import { counted } from "../../view/words.js";

/** How many lines of one kind are shown: the rest is in `--format json`. */
const maxLines = 20;
const maxNames = 4;

/** What `audit` prints for a person: what departs first. */
export function auditPage(report: AuditReport, screen: Screen): TerminalPage {
  const text = terminalText(screen);
  const { codes, drift, unseen } = report;
  const listed = codes.filter((each) => each.listed);
  const ofKind = (kind: Drift["kind"]) => drift.filter((each) => each.kind === kind);
  const seen = (code: string | null, api: string) => codes.find((each) => each.code === code && each.api === api);
  const codeRow = ({ api, code, answers, first }: Drift): Cell[] => [
    String(code),
    figure(answers),
    statusesOf(seen(code, api)),
    operationsOf(seen(code, api)),
    first,
  ];
  const all: [title: string, rows: readonly (readonly Cell[])[]][] = [
    ["Not listed", ofKind("unlisted").map(codeRow)],
    ["Retired, and still sent", ofKind("retired").map(codeRow)],
    ["Departing from what is declared", ofKind("deviation").map((each) => deviationRow(each))],
    [
      "Statuses that are declared nowhere",
      ofKind("undeclared").map(({ found, answers, operation, api, first }) => [
        found.replace("status ", ""),
        figure(answers),
        operation ?? api,
        first,
      ]),
    ],
    ["Listed, and seen", listed.map((each) => [each.code, figure(each.answers), statusesOf(each), operationsOf(each)])],
    ["Never seen", unseen.map(({ code }) => [code])],
  ];
  return {
    title: text.heading(titleOf(report)),
    subtitle: text.code(namesOf([...new Set([...codes, ...drift, ...unseen].map(({ api }) => api))]), ""),
    facts: table(restOf(report), text),
    text: undefined,
    sections: all.flatMap(([title, rows]) => sectionOf(text, title, rows)),
  };
}

/** `120 error answers, drift in 2 ways` */
export function titleOf({ answers, drift }: AuditReport): string {
  const share = drift.length === 0 ? "no drift" : `drift in ${counted(drift.length, "way")}`;
  return `${counted(answers, "error answer")}, ${share}`;
}

/** What was not held against codes, and why. */
function restOf({ withoutBody, foreign, unread, unnamed }: AuditReport): Cell[][] {
  const rows: [count: number, what: string][] = [
    [withoutBody, "more, of which only the status was recorded"],
    [foreign, "more, of other servers or of nobody knows whose"],
    [unread, unread === 1 ? "line that tells of no answer" : "lines that tell of no answer"],
    [unnamed, "with one of too many different codes or drifts to name"],
  ];
  return rows.filter(([count]) => count > 0).map(([count, what]) => [figure(count), what]);
}

function deviationRow({ code, answers, operation, pointer, expected, found, first }: Drift): Cell[] {
  const where = pointer === "" ? "" : ` at ${pointer}`;
  return [String(code), figure(answers), `${found} instead of ${expected}${where}`, operation ?? "", first];
}

function figure(count: number): Cell {
  return { figure: String(count) };
}

function statusesOf(seen: CodeSeen | undefined): string {
  return Object.keys(seen?.statuses ?? {}).join(" ");
}

function operationsOf(seen: CodeSeen | undefined): string {
  return namesOf(Object.keys(seen?.operations ?? {}));
}

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).join(", ");
  return names.length > maxNames ? `${shown} and ${names.length - maxNames} more` : shown;
}

function sectionOf(text: TerminalText, title: string, rows: readonly (readonly Cell[])[]): Section[] {
  const rest = rows.length - maxLines;
  const blocks = [...table(rows.slice(0, maxLines), text), ...(rest > 0 ? [text.row([`and ${rest} more`])] : [])];
  return sections(text, [[`${title} (${rows.length})`, blocks]]).filter(() => rows.length > 0);
}
