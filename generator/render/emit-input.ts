import type { Contract } from "../model/contract.js";

/** What an emitter makes its files from. */
export interface EmitInput {
  readonly contract: Contract;
  /** The schemas of its errors, by name; copied for who asks for types. */
  readonly schemas: () => Readonly<Record<string, unknown>>;
  readonly textAsMade?: TextAsMade | undefined;
}

/** The text of a file that takes long to make, where it was made before from the same: see `GeneratedFile.from`. */
export type TextAsMade = (path: string, from: string) => string | undefined;
