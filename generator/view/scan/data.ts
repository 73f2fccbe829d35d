import type { Contract } from "../../model/contract.js";
import type { CodeFound } from "../../model/survey/codes-found.js";
import type { Survey } from "../../model/survey/survey.js";
import type { Problem } from "../../problem/problem.js";
import { byPosition, positionOf } from "../../read/position.js";

interface Scanned {
  readonly contract: Contract;
  readonly survey: Survey;
  readonly prepared: boolean;
}

/** What `scan` prints: as data. */
export function scanData({ contract, survey, prepared }: Scanned, problems: readonly Problem[]) {
  const { envelopes, codes, bare: _, misread: __, ...rest } = survey;
  return {
    id: contract.id,
    title: contract.title,
    prepared,
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
  return {
    ...code,
    places: places
      .map((node) => positionOf(node))
      .sort(byPosition)
      .map(placeAt),
  };
}

function placeOf({ position, message }: Problem): string {
  return `${placeAt(position)}: ${message}`;
}

function placeAt({ file, line, column }: Problem["position"]): string {
  return `${file}:${line}:${column}`;
}
