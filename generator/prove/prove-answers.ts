import type { ContractError } from "../model/contract.js";
import type { ExampleNode } from "../model/examples.js";
import { exampleComesBackAs } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { problemAtKey } from "../read/position.js";
import { classifyAnswer } from "../runtime/classify.js";
import type { ParserContract } from "../runtime/contract.js";
import type { Classified } from "../runtime/error.js";

/**
 * Parses every example with the tables that generated code will hold. One has to come back as its own error, with its
 * status and without a deviation; one of a status-only error may come back unlisted, with that error as its closest.
 */
export function proveAnswers(
  parserContract: ParserContract,
  errors: readonly ContractError[],
  examples: readonly ExampleNode[],
): Problem[] {
  const statusOnly = new Set(errors.filter(({ wire }) => !wire).map(({ code }) => code));
  return examples.flatMap((example) => {
    const { owner, node } = example;
    if (owner === undefined) return [];
    const parsed = classifyAnswer(parserContract, example);
    const own = parsed.listed ? parsed.code === owner : statusOnly.has(owner) && parsed.closest === owner;
    if (own && parsed.status === example.status && parsed.deviations.length === 0) return [];
    return [problemAtKey(node, exampleComesBackAs(owner, resultOf(parsed)))];
  });
}

function resultOf({ code, listed, deviations }: Classified): string {
  const [first] = deviations;
  if (first)
    return `a departure from the contract: ${first.expected} expected at \`${first.pointer || "/"}\`, found ${first.found}`;
  return listed ? `\`${code}\`` : `the unlisted \`${code}\``;
}
