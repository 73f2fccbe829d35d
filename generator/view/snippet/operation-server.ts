import type { ContractError, JsonSchema, Operation } from "../../model/contract.js";
import { isObject } from "../../runtime/pointer.js";
import type { IndexedContract } from "../contract-index.js";
import { sampleOf } from "../data/sample.js";
import { isIdentifier, nameCodes } from "../names.js";
import { askedDetails, isConstant, isOfNamedMembers } from "../typescript/asked-details.js";
import { docComment, literal, stringLiteral, textKey } from "../typescript/text.js";
import { statusAndTitle } from "../words.js";

/** How a server throws each error that an operation declares, with details of the types that they have. */
export function serverOfOperation(
  operation: Operation,
  errors: readonly ContractError[],
  { contract }: IndexedContract,
  from: string,
  most: number,
): string {
  const names = nameCodes(contract);
  const thrown = errors.slice(0, most).map((error) => throwing(error, names.get(error.code)!.method));
  return [
    `import { errors } from ${stringLiteral(from).text};`,
    "",
    docComment([`What ${operation.method} ${operation.path} may answer with: throw the one that applies.`]).text,
    "export const failures = {",
    ...thrown.flatMap((lines) => lines.map((line) => `  ${line}`)),
    "};",
  ].join("\n");
}

function throwing(error: ContractError, method: string): string[] {
  const { code, details, meaning } = error;
  const asked = details && askedDetails(details, details.types.length === 0 ? "unknown" : "Details");
  // Those that may be left out are.
  const sample =
    asked === undefined || asked.optional
      ? ""
      : literal(withoutConstants(details!.schema, sampleOf(details!.schema, "required")), 2).text;
  const access = isIdentifier(method) ? `.${method}` : `[${stringLiteral(method).text}]`;
  const said = docComment([`${statusAndTitle(error).slice(0, 200)} ${meaning.length > 250 ? "" : meaning}`], 2).text;
  const call = `${textKey(code).text}: () => errors${access}(${sample}),`;
  return `${said}\n${call}`.split("\n").map((line) => line.replace(/^ {2}/, ""));
}

/** What the contract has as a constant is filled in, and asked of nobody. */
function withoutConstants(schema: JsonSchema, sample: unknown): unknown {
  if (!isObject(sample) || !isOfNamedMembers(schema)) return sample;
  const { properties } = schema;
  const members = Object.entries(sample).filter(([name]) => !isConstant(properties[name]));
  return Object.fromEntries(
    members.map(([name, value]) => {
      const member = properties[name];
      return [name, isObject(member) ? withoutConstants(member, value) : value];
    }),
  );
}
