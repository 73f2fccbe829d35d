import type { Contract } from "../../model/contract.js";
import { parserContractOf } from "../../model/derived/parser-contract.js";
import type { ErrorRule } from "../../runtime/contract.js";
import { shareRepeated } from "../shared.js";
import { identifier, literal, reference } from "./text.js";

/** What the parser knows of a contract, as it stands in contract.ts: each list of codes and each shape of details once. */
export function tablesView(contract: Contract, errorType: string) {
  const parser = parserContractOf(contract, errorType);
  const rules = Object.values(parser.errors);
  const codes = shareRepeated(Object.values(parser.operations), "codes", shortest);
  const details = shareRepeated(
    rules.flatMap((rule) => rule.details ?? []),
    "details",
    shortest,
  );
  const shared = [...codes.named, ...details.named];
  const ruleOf = (rule: ErrorRule) => {
    const name = rule.details && details.nameOf(rule.details);
    return name === undefined ? rule : { ...rule, details: reference(name) };
  };
  const errors = mapped(parser.errors, ruleOf);
  const operations = mapped(parser.operations, (list) => {
    const name = codes.nameOf(list);
    return name === undefined ? list : reference(name);
  });
  return {
    shared: shared.map(({ name, value }) => ({ name: identifier(name), value: literal(value) })),
    contract: literal({ ...parser, errors, operations }),
  };
}

/** Characters of what is as short in its place as under a name. */
const shortest = 20;

function mapped<Value>(values: Readonly<Record<string, Value>>, made: (value: Value) => unknown) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, made(value)]));
}
