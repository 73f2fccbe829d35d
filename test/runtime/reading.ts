import type { Classified, ParserContract } from "../../generator/runtime/index.js";

/** An answer, what differs in the contract that it is read by, and what is read: the same in every language. */
export interface Reading {
  readonly name: string;
  readonly contract?: Partial<Pick<ParserContract, "envelopes" | "errors" | "delayHeaders">>;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly expect: Partial<Classified>;
}
