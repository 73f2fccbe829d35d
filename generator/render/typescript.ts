import type { Contract } from "../model/contract.js";
import { bannerView, codesView, contractView, errorsView } from "../view/typescript/view.js";
import type { GeneratedFile } from "./generated-file.js";
import { renderTemplate } from "./template.js";

export function renderCodes(contract: Contract): GeneratedFile {
  return rendered(contract, "codes", codesView(contract));
}

export function renderServer(contract: Contract): GeneratedFile {
  return rendered(contract, "server", codesView(contract));
}

/** errors.ts, what its parser knows beside it, and index.ts that brings it together with the codes and the server's side. */
export function renderErrors(contract: Contract): GeneratedFile[] {
  return [
    rendered(contract, "errors", errorsView(contract)),
    rendered(contract, "contract", contractView(contract)),
    rendered(contract, "index", bannerView(contract)),
  ];
}

function rendered({ id }: Contract, name: string, view: object): GeneratedFile {
  return { path: `${id}/${name}.ts`, text: renderTemplate(`typescript/${name}`, view) };
}
