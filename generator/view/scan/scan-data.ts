import type { Coverage, Evidence } from "../../model/contract.js";
import type { EnvelopeData } from "../data/contract-data.js";

/** What a document says about its errors, for a person to judge. Answers are told as `GET /things 404`, places as `file:line:column`. */
export interface ScanData {
  /** The id that its output would have. */
  readonly id: string;
  readonly title: string;
  /** Whether the document says itself where its codes stand. */
  readonly prepared: boolean;
  readonly coverage: Coverage;
  /** Where bodies hold what, and how many answers come so. */
  readonly envelopes: readonly EnvelopeScanned[];
  /** Places that could hold the code as well. */
  readonly runnersUp: readonly PlaceScanned[];
  /** Those that are listed, then those that are only seen. */
  readonly codes: readonly CodeScanned[];
  readonly codesInSeveralStatuses: readonly string[];
  /** Codes that differ only in how they are written. */
  readonly spellings: readonly (readonly string[])[];
  readonly operationsWithoutErrors: readonly string[];
  readonly answersWithoutBody: readonly string[];
  readonly answersWithoutCode: readonly string[];
  readonly errorsInSuccess: readonly { readonly answer: string; readonly pointer: string }[];
  /** Examples that are not as their schemas say, or that are of another error than they stand under. */
  readonly contradictions: readonly string[];
}

/** An envelope that was found or declared. */
export interface EnvelopeScanned extends EnvelopeData {
  readonly answers: number;
}

/** A code, and all that says so. */
export interface CodeScanned {
  readonly code: string;
  readonly evidence: Evidence;
  /** Whether that is enough to list it. */
  readonly listed: boolean;
  readonly statuses: readonly string[];
  /** How many answers have it. */
  readonly answers: number;
  /** What says so. */
  readonly places: readonly string[];
}

/** A place that could hold the code as well. */
export interface PlaceScanned {
  readonly pointer: string;
  /** In how many answers. */
  readonly answers: number;
  /** The values that schemas list there. */
  readonly values: readonly string[];
}
