import { readdirSync, readFileSync } from "node:fs";
import type { Answer, HeadersLike, ResponseLike } from "../../generated/runtime/index.js";

/** What a parsed error is compared by. */
export interface ParsedError extends Error {
  readonly code: string;
  readonly listed: boolean;
  readonly closest: string | undefined;
  readonly deviations: readonly { readonly pointer: string }[];
  readonly [member: string]: unknown;
}

/** What every `generated/<api>/index.ts` exports, as far as answers go. */
export interface GeneratedApi {
  parseError(answer: Answer, options?: { readonly operation?: string }): ParsedError;
  errorFrom(response: ResponseLike): Promise<ParsedError>;
  classify(answer: Answer, options?: { readonly operation?: string }): ParsedError;
  isError(value: unknown, code?: string): boolean;
  retryDelay(
    error: ParsedError,
    options: { attempt: number; method: string; random: () => number },
  ): number | undefined;
}

/** One entry of vectors.json. */
export interface Vector {
  readonly name: string;
  readonly status: number;
  readonly headers: HeadersLike & Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly expect: Readonly<Record<string, unknown>> & { readonly code: string; readonly closest: string | null };
}

const generated = new URL("../../generated/", import.meta.url);

/** The ids of all APIs that were generated. */
export const apiIds: readonly string[] = readdirSync(generated, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, generated)).includes("index.ts"))
  .map(({ name }) => name)
  .filter((name) => name !== "runtime");

export async function importApi(id: string): Promise<GeneratedApi> {
  return (await import(`../../generated/${id}/index.ts`)) as GeneratedApi;
}

export function readVectors(id: string): readonly Vector[] {
  return JSON.parse(readFileSync(new URL(`${id}/vectors.json`, generated), "utf8"));
}

/** The codes that errors.json lists. */
export function listedCodes(id: string): readonly string[] {
  const { errors } = JSON.parse(readFileSync(new URL(`${id}/errors.json`, generated), "utf8"));
  return (errors as { code: string }[]).map(({ code }) => code);
}
