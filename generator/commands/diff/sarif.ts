import { type ChangeLevel, rules } from "../../diff/rules.js";
import { fileInCheckout } from "../../problem/annotated-file.js";
import { problemMeanings } from "../../problem/meanings.js";
import type { Level, Position } from "../../problem/problem.js";
import { escapeInLines } from "../../runtime/text.js";
import type { DiffChange, Report } from "./report.js";

const levels: Readonly<Record<ChangeLevel | Level, "error" | "warning" | "note">> = {
  breaking: "error",
  error: "error",
  warning: "warning",
  note: "note",
};

/** For code scanning: SARIF 2.1.0 (OASIS), each change with its fingerprint, what is accepted as suppressed. */
export function sarifOf({ changes, problems }: Report, version: string): string {
  const used = new Set<string>([...changes.map(({ rule }) => rule), ...problems.map(({ code }) => code)]);
  const ids = [...used].sort();
  const result = (id: string, level: ChangeLevel | Level, text: string, at: Position) => ({
    ruleId: id,
    ruleIndex: ids.indexOf(id),
    level: levels[level],
    message: { text: escapeInLines(text) },
    locations: [locationOf(at)],
  });
  const results = [
    ...changes.map((change) => ({
      ...result(change.rule, change.level, `${change.message}${hurting(change)}`, change.after),
      relatedLocations: [{ id: 1, ...locationOf(change.before), message: { text: "before" } }],
      partialFingerprints: { "openapiErrors/v1": change.fingerprint },
      ...(change.accepted && {
        suppressions: [{ kind: "external", status: "accepted", justification: change.accepted.reason }],
      }),
    })),
    ...problems.map(({ code, level, message, fix, position }) =>
      result(code, level, `${message}. Fix: ${fix}`, position),
    ),
  ];
  const driver = {
    name: "openapi-errors",
    semanticVersion: version,
    rules: ids.map((id) => ({ id, shortDescription: { text: meaningOf(id) } })),
  };
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ columnKind: "utf16CodeUnits", tool: { driver }, results }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Where it is now: what is gone, at the beginning of the document, since code scanning shows what is here. */
function locationOf({ file, line, column }: Position) {
  // A file of a revision is none of the working tree: it has a name, and no place that could be opened.
  const isHere = !/^[^/\\]{2,}:/.test(file);
  const uri = fileInCheckout(file).split("/").map(encodeURIComponent).join("/");
  return isHere
    ? { physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } } }
    : { logicalLocations: [{ fullyQualifiedName: `${file}:${line}:${column}` }] };
}

function hurting({ hurts }: DiffChange): string {
  return hurts.length === 0 ? "" : `. Hurts ${hurts.join(", ")}`;
}

function meaningOf(id: string): string {
  const meanings: Readonly<Record<string, string>> = problemMeanings;
  const known: Readonly<Record<string, { readonly meaning: string }>> = rules;
  return known[id]?.meaning ?? meanings[id] ?? id;
}
