import type { ContractError, Operation } from "../../model/contract.js";
import { urlPart } from "../../problem/url.js";

/** Where things stand in the Redoc page of an API. */

/**
 * The link to an operation, by its id alone: Redoc goes on from it to where the operation stands below its tag, whose
 * address it makes of the tag by rules of its own.
 */
export function operationLink({ id }: Pick<Operation, "id">): string {
  return `#operation/${urlPart(id)}`;
}

/** The key of a code's schema. */
export function schemaName({ code }: Pick<ContractError, "code">): string {
  return code.replace(/[^A-Za-z0-9._-]/g, "_");
}

/** The link to a code's section. */
export function sectionLink(error: Pick<ContractError, "code">): string {
  return `#/errors/${schemaName(error).toLowerCase()}`;
}
