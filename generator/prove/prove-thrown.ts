import type { ContractError } from "../model/contract.js";
import { thrownBreaksSchema } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { problemAtKey } from "../read/position.js";
import type { Sources } from "../read/reader.js";
import type { ParserContract } from "../runtime/contract.js";
import { throwable } from "../runtime/thrown-error.js";
import type { ParsedExample } from "./prove-answers.js";
import type { ProvenSchemas } from "./prove-schemas.js";

/**
 * Throws every example again, as a server does with generated code: its code, message, details, request id and delay.
 * The body that comes out has to fit the schema that the example stands under.
 */
export function proveThrown(
  contract: ParserContract,
  errors: readonly ContractError[],
  examples: readonly ParsedExample[],
  judge: ProvenSchemas["judge"],
  { follow }: Sources,
): Problem[] {
  const onWire = new Set(errors.filter(({ wire }) => wire).map(({ code }) => code));
  return examples.flatMap(({ example, owner, parsed }) => {
    const { mediaSchema, status } = example;
    const { code, listed, message, details, requestId, retryAfter } = parsed;
    // Status-only errors are whatever the API answers beyond its codes: nobody says how.
    if (!mediaSchema || !listed || code !== owner || !onWire.has(owner)) return [];
    const options = { message, requestId, retryAfter, status };
    const { body } = throwable(contract, owner, { title: owner, details, options, calledAs: proveThrown });
    const reason = body === undefined ? undefined : judge(example, body);
    return reason === undefined ? [] : [problemAtKey(follow(mediaSchema), thrownBreaksSchema(owner, reason))];
  });
}
