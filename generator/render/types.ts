import type { Contract } from "../model/contract.js";
import { byTool } from "../problem/tool.js";
import { astToString, openapiTypeScript } from "../vendor/openapi-typescript.js";
import { escapeHiddenInLines } from "../view/hidden.js";
import { schemasForTypes, withNamesBack } from "../view/typescript/schemas-for-types.js";
import { bannerView } from "../view/typescript/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

const task = {
  tool: "openapi-typescript",
  makes: "types.ts",
  fix: "look for an odd schema of an error; until it is mended, make what needs no types, as `--emit json,markdown` does",
};

/** types.ts: the schemas of the errors as openapi-typescript writes them. */
export async function renderTypes(
  contract: Contract,
  schemas: Readonly<Record<string, unknown>>,
): Promise<GeneratedFile> {
  const { id, title, version } = contract;
  // A copy, since openapi-typescript changes what it is given.
  const document = structuredClone({
    openapi: "3.1.0",
    info: { title, version },
    paths: {},
    components: { schemas: schemasForTypes(schemas) },
  });
  const types = await byTool(task, () => typesOf(document));
  const banner = renderTemplate("typescript/banner", bannerView(contract));
  return {
    path: `${id}/types.ts`,
    text: `${banner}\n${escapeHiddenInLines(withNamesBack(indentByTwo(types)))}`,
  };
}

async function typesOf(document: object): Promise<string> {
  const options = { alphabetize: true, silent: true };
  return astToString(await openapiTypeScript(document as Parameters<typeof openapiTypeScript>[0], options));
}

/** openapi-typescript indents by four spaces, all else here by two. */
function indentByTwo(text: string): string {
  return text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
}
