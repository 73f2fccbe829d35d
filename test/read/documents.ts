import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { type CliResult, startCli, temporaryFolder } from "../support/cli.js";

/** What a run on some files printed, and the errors.json it wrote. */
export interface Run extends CliResult {
  readonly contract: Contract | undefined;
}

interface Contract {
  readonly errors: readonly { readonly code: string; readonly examples: readonly { readonly body: unknown }[] }[];
  readonly operations: readonly { readonly id: string; readonly responses: readonly { readonly status: string }[] }[];
}

/** Writes files into a folder of their own, and generates from `openapi.yaml`, or the first one, there. */
export async function generateFrom(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
  ...flags: readonly string[]
): Promise<Run> {
  const folder = temporaryFolder(t);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const document = Object.hasOwn(files, "openapi.yaml") ? "openapi.yaml" : (Object.keys(files)[0] ?? "");
  const args = ["generate", document, "-o", "out", "--emit", "json", "--root", ".", ...flags];
  const run = await startCli(args, { cwd: folder });
  const { default: contract } =
    run.status === 0
      ? ((await import(`${folder}/out/shop/errors.json`, { with: { type: "json" } })) as { default: Contract })
      : { default: undefined };
  return { ...run, contract };
}

/** The beginning of a prepared document whose id is `shop`. */
export const head = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
x-error-contract: { id: shop, envelopes: [{ name: error, code: /code }] }
`;

/** A response with one code, as a flow map. */
export function responseWith(code: string): string {
  const example = `{ code: ${code} }`;
  return `{ description: No., content: { application/json: { schema: ${schemaWith(code)}, example: ${example} } } }`;
}

export function schemaWith(code: string): string {
  return `{ type: object, required: [code], properties: { code: { const: ${code} } } }`;
}

/** The codes of a run, without status-only ones. */
export function codesOf({ contract }: Run): string[] {
  return (contract?.errors ?? []).map(({ code }) => code).filter((code) => !code.startsWith("http_"));
}
