import type { Contract } from "../model/contract.js";
import { catalogRows } from "../view/data/catalog.js";
import { contractJson } from "../view/data/contract-json.js";
import { csvCell } from "../view/data/csv.js";
import { vectors } from "../view/data/vectors.js";
import type { GeneratedFile } from "./generated-file.js";

export function renderContractJson(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/errors.json`, text: json(contractJson(contract)) };
}

export function renderVectors(contract: Contract): GeneratedFile {
  return { path: `${contract.id}/vectors.json`, text: json(vectors(contract)) };
}

/** CSV after RFC 4180, but with LF, as all that is generated. */
export function renderCatalog(contract: Contract): GeneratedFile {
  const lines = catalogRows(contract).map((row) => `${row.map(csvCell).join(",")}\n`);
  return { path: `${contract.id}/catalog.csv`, text: lines.join("") };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
