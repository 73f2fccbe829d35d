/** How much a finding weighs: errors stop generation. */
export type Level = "error" | "warning" | "note";

/** A place in a source file. Line and column count from 1; `text` is the line itself, or of a very long one a part. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** How many characters of the line stand before `text`. Default: none. */
  readonly cut?: number;
}

/** One finding: what is wrong, by which rule, and something to type that mends it. */
export interface Finding {
  readonly code: ProblemCode;
  readonly level: Level;
  readonly message: string;
  readonly fix: string;
}

/** A finding and where it is. */
export interface Problem extends Finding {
  readonly position: Position;
}

/** Every code that a problem may have. Each is made by one function in this folder, and test/problems has a case of it. */
export const problemCodes = [
  "code-conflict",
  "code-duplicate",
  "code-without-response",
  "contract-empty",
  "contract-invalid",
  "contract-id",
  "document-malformed",
  "document-unsupported",
  "envelope-not-found",
  "envelope-order",
  "error-misplaced",
  "error-invalid",
  "error-without-code",
  "error-without-example",
  "example-breaks-schema",
  "example-of-another-error",
  "extension-misspelt",
  "file-edited",
  "file-kept",
  "file-not-ours",
  "file-outdated",
  "file-unreadable",
  "file-unwritable",
  "key-duplicate",
  "key-misspelt",
  "operation-duplicate",
  "output-link",
  "output-locked",
  "output-refused",
  "overlay-invalid",
  "overlay-unused",
  "reference-dangling",
  "reference-outside",
  "rule-without-error",
  "schema-invalid",
  "thrown-breaks-schema",
  "tool-failed",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.level === "error");
}
