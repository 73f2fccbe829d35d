import type { Node } from "../../read/source.js";
import type { Retry } from "../../runtime/category.js";
import type { Evidence } from "../contract.js";

/** What an extension, or a table in a description, says of one code. */
export interface ExtensionEntry {
  readonly code: string;
  /** Whether it is written as a number. */
  readonly isNumber: boolean;
  readonly title: string | undefined;
  readonly meaning: string | undefined;
  readonly resolution: string | undefined;
  /** A status key; undefined where it names none. */
  readonly status: string | undefined;
  readonly retry: Retry | undefined;
  readonly deprecated: boolean | undefined;
  readonly since: string | undefined;
  readonly replacedBy: string | undefined;
  /** Whether it says that the code is sent no more. */
  readonly retired: boolean;
  /** Whether it makes the code listed, or only tells of one that is. */
  readonly lists: boolean;
  readonly evidence: Extract<Evidence, "enum" | "extension" | "table">;
  readonly holder: Node;
}

/** An entry that says nothing yet. */
export const nothingSaid = {
  isNumber: false,
  title: undefined,
  meaning: undefined,
  resolution: undefined,
  status: undefined,
  retry: undefined,
  deprecated: undefined,
  since: undefined,
  replacedBy: undefined,
  retired: false,
  lists: false,
  evidence: "extension",
} as const;

/** A code as text: what is no text and no whole number is none. */
export function codeText(value: unknown): string | undefined {
  return (typeof value === "string" && value !== "") || Number.isInteger(value) ? String(value) : undefined;
}

export function retryOf(value: unknown): Retry | undefined {
  if (value === true) return "backoff";
  if (value === false) return "never";
  return value === "never" || value === "backoff" || value === "after-delay" ? value : undefined;
}
