// Copied by openapi-errors from its runtime. Do not edit: run `openapi-errors generate`.
/* eslint-disable */
// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// @ts-nocheck It was checked where it is made, as strictly as TypeScript can: your compiler need not do it again.

import type { Category, Retry } from "./category.js";

/** What the contract says about a code, for people. */
export interface ErrorInfo {
  readonly title: string;
  readonly meaning: string;
  /** `"402"`, `"4XX"` or `"default"`. */
  readonly statuses: readonly string[];
  /** Null: by the status of the answer. */
  readonly category: Category | null;
  /** Null: by the status of the answer. */
  readonly retry: Retry | null;
  /** The heading under which the API's own docs list the code. */
  readonly group?: string;
  /** The situations that give this error. */
  readonly causes: readonly string[];
  readonly resolution?: string;
  /** The page of the code. */
  readonly docs?: string;
  /** Whether the code is on its way out. */
  readonly deprecated?: boolean;
  /** The version that brought the code. */
  readonly since?: string;
  /** The code that takes over. */
  readonly replacedBy?: string;
}
