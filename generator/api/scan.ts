import { hasErrors, type Problem } from "../problem/problem.js";
import { openedOf } from "../read/file.js";
import { readContracts } from "../read-contracts.js";
import { scanData } from "../view/scan/data.js";
import { overlayOf } from "../view/scan/overlay.js";
import { overlayText } from "../view/scan/overlay-text.js";
import type { ScanData } from "../view/scan/scan-data.js";
import { askedFor } from "./asked.js";
import type { DocumentInput, ReadOptions } from "./options.js";

/** What `scan` found out. */
export interface ScanResult {
  /** Undefined where a problem is an error. */
  readonly report: ScanData | undefined;
  /** An OpenAPI Overlay in YAML that says the same in our words, to be completed by hand; undefined where there is no report. */
  readonly overlay: string | undefined;
  /** In the order of the files; each with its position and something to type that mends it. */
  readonly problems: readonly Problem[];
  /** The absolute path of every file that the result depends on, for a watcher. */
  readonly sources: readonly string[];
}

/**
 * Says what a document that nobody prepared says about its errors, as `openapi-errors scan` does.
 *
 * @example
 * const { report, overlay } = await scan("openapi.yaml");
 * console.log(report?.coverage.withListedCodes, "of", report?.coverage.errorResponses);
 */
export async function scan(document: DocumentInput, options: ReadOptions = {}): Promise<ScanResult> {
  const asked = askedFor(document, options);
  // What it gives is an overlay: one that the config has already is not applied.
  const targets = asked.targets.map((target) => ({ ...target, overlays: options.overlays }));
  const { reads, problems, files } = await readContracts(targets, options.root);
  const found = [...asked.problems, ...problems];
  const sources = [...asked.files, ...openedOf(files)];
  const [read] = reads;
  if (!read || hasErrors(found)) return { report: undefined, overlay: undefined, problems: found, sources };
  const survey = read.survey();
  return {
    report: scanData({ ...read, survey }, found),
    overlay: overlayText(overlayOf(read.contract, survey, read.file), survey),
    problems: found,
    sources,
  };
}
