import type { Contract } from "../model/contract.js";
import { typescriptView } from "../view/typescript/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

export function renderCodes(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/codes.ts`, text: renderTemplate("typescript/codes", typescriptView(contract)) };
}

export function renderServer(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/server.ts`, text: renderTemplate("typescript/server", typescriptView(contract)) };
}

/** errors.ts, and index.ts that brings it together with the codes and the server's side. */
export function renderErrors(contract: Contract): GeneratedFile[] {
  const view = typescriptView(contract);
  return ["errors", "index"].map((name) => ({
    path: `${contract.id}/${name}.ts`,
    text: renderTemplate(`typescript/${name}`, view),
  }));
}
