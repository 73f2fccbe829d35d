import { serialize } from "node:v8";
import { byTool } from "../problem/tool.js";
import { escapeHiddenInLines } from "../view/hidden.js";
import { schemasForTypes, withNamesBack } from "../view/typescript/schemas-for-types.js";
import { bannerView } from "../view/typescript/view.js";
import { hashOf } from "./build-record.js";
import type { EmitInput } from "./emit-input.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

const task = {
  tool: "openapi-typescript",
  makes: "types.ts",
  fix: "look for an odd schema of an error; until it is mended, make what needs no types, as `--emit json,markdown` does",
};

/**
 * types.ts: the schemas of the errors as openapi-typescript writes them. It takes longer to load than most documents to
 * read, so it is asked for nothing that it was asked before.
 */
export async function renderTypes({ contract, schemas, textAsMade }: EmitInput): Promise<GeneratedFile> {
  const { id, title, version } = contract;
  const document = {
    openapi: "3.1.0",
    info: { title, version },
    paths: {},
    components: { schemas: schemasForTypes(schemas) },
  };
  const path = `${id}/types.ts`;
  const banner = renderTemplate("typescript/banner", bannerView(contract));
  const from = hashOf(serialize([banner, document]));
  const text = textAsMade?.(path, from) ?? `${banner}\n${await byTool(task, () => typesOf(document))}`;
  return { path, text, from };
}

/**
 * As openapi-typescript's own program does it, but for what reads, checks and bundles the document: this one holds all that it
 * refers to, and that part of Redocly takes longer than all the rest.
 */
async function typesOf(document: object): Promise<string> {
  const { astToString, resolveRef, scanDiscriminators, transformSchema } = await import(
    "../vendor/openapi-typescript.js"
  );
  // A copy, since openapi-typescript changes what it is given.
  const schema = structuredClone(document) as Parameters<typeof transformSchema>[0];
  const options = { alphabetize: true, silent: true };
  const context = {
    ...{ ...options, defaultNonNullable: true, injectFooter: [] },
    discriminators: scanDiscriminators(schema, options),
    resolve: <T>(ref: string) => resolveRef<T>(schema, ref, options),
  };
  const types = transformSchema(schema, context as unknown as Parameters<typeof transformSchema>[1]);
  return escapeHiddenInLines(withNamesBack(indentByTwo(astToString(types))));
}

/** openapi-typescript indents by four spaces, all else here by two. */
function indentByTwo(text: string): string {
  return text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
}
