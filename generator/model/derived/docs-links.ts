import type { Contract, ContractError } from "../contract.js";
import { allCodes } from "./all-codes.js";
import { pageNames } from "./page-names.js";

/** Where the docs are, seen from a file of an API. */
export const docsBeside = "../docs/";

/** The page of a code, seen from the folder of all docs. */
export function pagePath(id: string, name: string): string {
  return `${id}/errors/${name}.html`;
}

/**
 * A contract whose errors link to their pages below a base: a URL, or the way from a file of the API. What the document
 * says about its docs wins.
 */
export function withDocsLinks(contract: Contract, base: string | undefined): Contract {
  if (base === undefined) return contract;
  const names = pageNames(allCodes(contract));
  const linked = (error: ContractError): ContractError => ({
    ...error,
    docs: error.docs ?? `${base}${pagePath(contract.id, names.get(error.code) ?? "")}`,
  });
  return { ...contract, errors: contract.errors.map(linked), retired: contract.retired.map(linked) };
}

/** Whether a link says by itself where it leads, without a place that it is seen from. */
export function isAbsolute(link: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(link);
}
