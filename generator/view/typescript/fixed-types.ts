import type { ContractError } from "../../model/contract.js";
import { categoryOfStatus } from "../../runtime/category.js";
import type { CodeText } from "../code-text.js";
import { stringLiteral } from "./text.js";

/** The types of an error's status and category, as far as the contract fixes them: further arguments of `ListedError`. */
export function fixedTypes({ statuses, category }: ContractError): CodeText {
  // Of what no answer declares, nobody knows the status.
  const isExact = statuses.length > 0 && statuses.every((status) => /^\d+$/.test(status));
  const status = isExact ? union(statuses) : "number";
  const ofStatuses = isExact ? statuses.map((each) => categoryOfStatus(Number(each))) : [];
  const categories = category === undefined ? ofStatuses : [category];
  // The headers of a 403 may tell that it is a rate limit.
  const isPerhapsLimit = statuses.includes("403") && categories.includes("permission");
  const kinds = [...categories, ...(isPerhapsLimit ? ["rate_limit"] : [])];
  const kind = union(kinds.map((each) => stringLiteral(each).text));
  const types = kind !== "" ? [status, kind] : isExact ? [status] : [];
  return { kind: "literal", text: types.map((type) => `, ${type}`).join("") };
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}
