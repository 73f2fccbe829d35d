import { createRequire } from "node:module";
import type { Contract } from "../model/contract.js";
import { escapeHiddenInLines } from "../view/hidden.js";
import { schemasForTypes, withNamesBack } from "../view/typescript/schemas-for-types.js";
import { bannerView } from "../view/typescript/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

const require = createRequire(import.meta.url);

/** types.ts: the schemas of the errors as openapi-typescript writes them. */
export async function renderTypes(
  contract: Contract,
  schemas: Readonly<Record<string, unknown>>,
): Promise<GeneratedFile> {
  // By require: imported, its CommonJS dependencies, which are most of it, would be parsed once more for their exports.
  const { default: openapiTS, astToString } = require("openapi-typescript") as typeof import("openapi-typescript");
  const { id, title, version } = contract;
  // A copy, since openapi-typescript changes what it is given.
  const document = structuredClone({
    openapi: "3.1.0",
    info: { title, version },
    paths: {},
    components: { schemas: schemasForTypes(schemas) },
  });
  const nodes = await openapiTS(document as Parameters<typeof openapiTS>[0], { alphabetize: true, silent: true });
  const banner = renderTemplate("typescript/banner", bannerView(contract));
  return {
    path: `${id}/types.ts`,
    text: `${banner}\n${escapeHiddenInLines(withNamesBack(indentByTwo(astToString(nodes))))}`,
  };
}

/** openapi-typescript indents by four spaces, all else here by two. */
function indentByTwo(text: string): string {
  return text.replace(/^(?: {4})+/gm, (spaces) => spaces.slice(spaces.length / 2));
}
