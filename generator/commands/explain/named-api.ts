import type { Contract } from "../../model/contract.js";
import type { Target } from "../../read/target.js";
import type { Read } from "../../read-contract.js";

/** The contracts that are meant: all, or the one with an id; where none has it, that which redocly.yaml calls so. */
export function contractsOfApi(
  api: string | undefined,
  all: readonly Contract[],
  reads: readonly (Read | undefined)[],
  targets: readonly Target[],
): readonly Contract[] {
  if (api === undefined) return all;
  const byId = all.filter(({ id }) => id === api);
  return byId.length > 0
    ? byId
    : reads.flatMap((read, at) => (read && targets[at]?.name === api ? [read.contract] : []));
}
