import type { Contract } from "../model/contract.js";

/** An API as the pages show it that all APIs of a folder share. */
export interface ShownApi {
  readonly contract: Contract;
  /** Whether it has a page of changes. */
  readonly isLogged: boolean;
}

/** The page where readers begin. */
export const sharedIndex = "docs/index.html";

/** The pages that all APIs of a folder share. */
export const sharedPages: ReadonlySet<string> = new Set([sharedIndex, "docs/llms.txt", "docs/llms-full.txt"]);
