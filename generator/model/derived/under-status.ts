import type { Classified, Deviation } from "../../runtime/error.js";
import { coversStatus, statusKeys } from "../../runtime/status.js";
import { printable } from "../../runtime/text.js";
import type { Contract, Operation } from "../contract.js";

/**
 * What is wrong with the code of an answer under its status in its operation: of 404, `4XX` and `default` the most precise
 * that is declared says which codes come, where it lists them all. The parser knows the codes of an operation, not by
 * status: that would be much to ship.
 */
export function underStatus(
  { code, listed, status }: Pick<Classified, "code" | "listed" | "status">,
  { id, responses }: Operation,
  { errors }: Contract,
): Deviation | undefined {
  const statuses = errors.find((error) => error.code === code)?.statuses;
  // Of these the parser has told already.
  if (!listed || !statuses || !coversStatus(statuses, status)) return undefined;
  const response = statusKeys(status)
    .map((key) => responses.find((each) => each.status === key))
    .find((each) => each !== undefined);
  if (response?.errors.includes(code)) return undefined;
  if (response === undefined) {
    const declared = responses.filter((each) => each.errors.includes(code)).map((each) => each.status);
    return { pointer: "", expected: `status ${declared.join(" or ")} of ${id}`, found: `status ${status}` };
  }
  const isOpen = response.codes.length === 0 || response.errors.length > response.codes.length;
  const expected = `an error of ${id} with status ${status}`;
  return isOpen ? undefined : { pointer: response.codePointer ?? "", expected, found: printable(code) };
}
