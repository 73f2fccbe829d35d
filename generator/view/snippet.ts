import type { Contract, ContractError, JsonSchema } from "../model/contract.js";
import { isIdentifier } from "./names.js";
import { identifier, stringLiteral } from "./typescript-text.js";

/** A few lines of TypeScript that handle one error. */
export function typescriptSnippet(error: ContractError, contract: Contract): string {
  const code = stringLiteral(error.code).text;
  // Answers of a status-only error mostly hold a code that is not listed.
  const test = error.wire ? `isError(error, ${code})` : `error.closest === ${code}`;
  const names = ["errorFrom", ...(error.wire ? ["isError"] : []), ...(error.retry === "never" ? [] : ["retryDelay"])];
  const lines = [
    `import { ${names.join(", ")} } from "./generated/${contract.id}/index.js";`,
    "",
    "const error = await errorFrom(response);",
    `if (${test}) {`,
    ...useOf(error).map((line) => `  ${line}`),
    "}",
  ];
  return lines.join("\n");
}

function useOf({ retry, fields, details }: ContractError): string[] {
  if (fields !== undefined)
    return ["for (const { path, message } of error.fields) {", '  console.error(path.join("."), message);', "}"];
  if (retry !== "never")
    return [
      "// Milliseconds to wait; undefined: give up.",
      'const delay = retryDelay(error, { attempt: 1, method: "GET" });',
    ];
  const members =
    details === undefined ? [] : Object.keys((details.schema.properties ?? {}) as JsonSchema).filter(isIdentifier);
  const shown = members.slice(0, 3).map((name) => `, error.details?.${identifier(name).text}`);
  return [`console.error(error.message${shown.join("")});`];
}
