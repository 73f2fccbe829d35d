import { serialize } from "node:v8";
import { byTool } from "../problem/tool.js";
import { escapeHiddenInLines } from "../view/hidden.js";
import { schemasForTypes, withNamesBack } from "../view/typescript/schemas-for-types.js";
import { bannerView } from "../view/typescript/view.js";
import { hashOf } from "./build-record.js";
import type { EmitInput } from "./emit-input.js";
import type { GeneratedFile } from "./generated-file.js";
import { schemaTypes } from "./schema-types.js";
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
    components: { schemas: schemasForTypes(schemas()) },
  };
  const path = `${id}/types.ts`;
  const banner = renderTemplate("typescript/banner", bannerView(contract));
  const from = hashOf(serialize([banner, document]));
  const text = textAsMade?.(path, from) ?? `${banner}\n${await byTool(task, () => typesOf(document))}`;
  return { path, text, from };
}

async function typesOf(document: object): Promise<string> {
  return escapeHiddenInLines(withNamesBack(indentByTwo(await schemaTypes(document))));
}

/** openapi-typescript indents by four spaces, all else here by two. */
function indentByTwo(text: string): string {
  return text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
}
