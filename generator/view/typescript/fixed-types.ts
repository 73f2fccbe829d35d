import type { ContractError } from "../../model/contract.js";
import { categoryOfStatus } from "../../runtime/category.js";
import type { CodeText } from "../code-text.js";
import { stringLiteral } from "./text.js";

/** The types of an error's status and category, as far as the contract fixes them: further arguments of `ListedError`. */
export function fixedTypes({ statuses, category, isUsual }: ContractError): CodeText {
  const isExact = statuses.every((status) => /^\d+$/.test(status));
  const status = isExact ? union(statuses) : "number";
  const ofStatuses = isExact ? statuses.map((each) => categoryOfStatus(Number(each))) : [];
  const kind = union((isUsual ? ofStatuses : [category]).map((each) => stringLiteral(each).text));
  const types = kind !== "" ? [status, kind] : isExact ? [status] : [];
  return { kind: "literal", text: types.map((type) => `, ${type}`).join("") };
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}
