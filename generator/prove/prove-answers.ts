import type { ExampleNode } from "../model/answers/examples.js";
import type { ContractError } from "../model/contract.js";
import { exampleComesBackAs, exampleDeparts } from "../problem/example.js";
import type { Problem } from "../problem/problem.js";
import { problemAt, problemAtKey } from "../read/position.js";
import { child } from "../read/source.js";
import { classifyAnswer } from "../runtime/classify.js";
import type { ParserContract } from "../runtime/contract.js";
import type { Classified } from "../runtime/error.js";
import { tokensOf } from "../runtime/pointer.js";

/** An example of an error, and what the parser makes of it. */
export interface ParsedExample {
  readonly example: ExampleNode;
  readonly owner: string;
  readonly parsed: Classified;
}

/** Parses every example of an error with the tables that generated code will hold. */
export function parseExamples(contract: ParserContract, examples: readonly ExampleNode[]): ParsedExample[] {
  return examples.flatMap((example) => {
    const { owner } = example;
    return owner === undefined ? [] : [{ example, owner, parsed: classifyAnswer(contract, example) }];
  });
}

/**
 * Every example has to come back as its own error, with its status and without a deviation; one of a status-only error
 * may come back unlisted, with that error as its closest.
 */
export function proveAnswers(errors: readonly ContractError[], examples: readonly ParsedExample[]): Problem[] {
  const statusOnly = new Set(errors.filter(({ wire }) => !wire).map(({ code }) => code));
  return examples.flatMap(({ example: { node }, owner, parsed }) => {
    const own = parsed.listed ? parsed.code === owner : statusOnly.has(owner) && parsed.closest === owner;
    if (!own) {
      const result = parsed.listed ? `\`${parsed.code}\`` : `the unlisted \`${parsed.code}\``;
      const isUnnamed = parsed.listed && statusOnly.has(owner) && !statusOnly.has(parsed.code);
      return [problemAtKey(node, exampleComesBackAs(owner, result, isUnnamed ? parsed.code : undefined))];
    }
    return parsed.deviations.map(({ pointer, expected, found }) => {
      const finding = exampleDeparts(owner, pointer, expected, found);
      return pointer === "" ? problemAtKey(node, finding) : problemAt(child(node, ...tokensOf(pointer)), finding);
    });
  });
}
