import type { Contract } from "../../model/contract.js";
import type { CodeFound } from "../../model/survey/codes-found.js";
import type { EnvelopeFound, Survey } from "../../model/survey/survey.js";
import type { Problem } from "../../problem/problem.js";
import { byPosition, positionOf } from "../../read/position.js";
import type { CodeScanned, EnvelopeScanned, ScanData } from "./scan-data.js";

interface Scanned {
  readonly contract: Contract;
  readonly survey: Survey;
  readonly prepared: boolean;
}

/** What `scan` prints: as data. */
export function scanData({ contract, survey, prepared }: Scanned, problems: readonly Problem[]): ScanData {
  const { codes } = survey;
  return {
    id: contract.id,
    title: contract.title,
    prepared,
    coverage: contract.coverage,
    envelopes: survey.envelopes.map((found) => envelopeData(found, contract)),
    codes: codes.map(codeData),
    codesInSeveralStatuses: codes.filter(({ statuses }) => statuses.length > 1).map(({ code }) => code),
    runnersUp: survey.runnersUp,
    spellings: survey.spellings,
    operationsWithoutErrors: survey.operationsWithoutErrors,
    answersWithoutBody: survey.answersWithoutBody,
    answersWithoutCode: survey.answersWithoutCode,
    errorsInSuccess: survey.errorsInSuccess,
    contradictions: problems.filter(({ code }) => contradictions.has(code)).map(placeOf),
  };
}

/** An example against its schema, or against the error that it stands under. */
const contradictions = new Set<string>(["example-breaks-schema", "example-of-another-error"]);

function envelopeData({ name, code, answers }: EnvelopeFound, { envelopes }: Contract): EnvelopeScanned {
  const { messageType: _, literals = {}, ...declared } = envelopes.find((each) => each.name === name) ?? { name };
  const fixed = Object.keys(literals).length > 0 ? { literals } : {};
  return { ...declared, ...fixed, ...(code === undefined ? {} : { code }), answers };
}

function codeData({ code, evidence, listed, statuses, answers, places }: CodeFound): CodeScanned {
  const positions = places.map((node) => positionOf(node)).sort(byPosition);
  return { code, evidence, listed, statuses, answers, places: positions.map(placeAt) };
}

function placeOf({ position, message }: Problem): string {
  return `${placeAt(position)}: ${message}`;
}

function placeAt({ file, line, column }: Problem["position"]): string {
  return `${file}:${line}:${column}`;
}
