import type { Contract, ContractError } from "../model/contract.js";
import { coversStatus } from "../runtime/status.js";

/** What a status means in an API: `402`, or a range as in `4XX`. Undefined where the document does not say. */
export function meaningOfStatus(status: string, { statuses }: Contract): string | undefined {
  return statuses.find((entry) => String(entry.status) === status)?.meaning;
}

/**
 * The errors that an answer of this status may be, those for a range or for all statuses among them; of a range, `4XX`,
 * those of all its statuses.
 */
export function errorsOfStatus(status: string, { errors }: Contract): ContractError[] {
  const [first] = status;
  if (status.endsWith("XX")) return errors.filter(({ statuses }) => statuses.some((one) => one[0] === first));
  return errors.filter(({ statuses }) => coversStatus(statuses, Number(status)));
}
