import type { Contract } from "../model/contract.js";
import { onceFor } from "../model/document/made-once.js";
import { typescriptView } from "../view/typescript/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

/** The files show parts of one view, which takes longer to make than they do. */
const viewOf = onceFor(typescriptView);

export function renderCodes(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/codes.ts`, text: renderTemplate("typescript/codes", viewOf(contract)) };
}

export function renderServer(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/server.ts`, text: renderTemplate("typescript/server", viewOf(contract)) };
}

/** errors.ts, what its parser knows beside it, and index.ts that brings it together with the codes and the server's side. */
export function renderErrors(contract: Contract): GeneratedFile[] {
  const view = viewOf(contract);
  return ["errors", "contract", "index"].map((name) => ({
    path: `${contract.id}/${name}.ts`,
    text: renderTemplate(`typescript/${name}`, view),
  }));
}
