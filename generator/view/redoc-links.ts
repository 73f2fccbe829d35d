import type { ContractError, Operation } from "../model/contract.js";

/** Where things stand in the Redoc page of an API. */

/** The link that Redoc gives an operation: below its first tag. */
export function operationLink({ id, tag }: Pick<Operation, "id" | "tag">): string {
  const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9_-]+/g, "-");
  return `#/${tag === undefined ? "" : `${slug(tag)}/`}${slug(id)}`;
}

/** The key of a code's schema. */
export function schemaName({ code }: Pick<ContractError, "code">): string {
  return code.replace(/[^A-Za-z0-9._-]/g, "_");
}

/** The link to a code's section. */
export function sectionLink(error: Pick<ContractError, "code">): string {
  return `#/errors/${schemaName(error).toLowerCase()}`;
}
