import type { ContractError, JsonSchema } from "../../model/contract.js";
import type { IndexedContract } from "../contract-index.js";
import { isIdentifier } from "../names.js";
import { identifier, stringLiteral } from "../typescript/text.js";
import { requestOf } from "./request.js";

/** A whole program in TypeScript that sends a request and handles one error. `from`: the module that was generated. */
export function typescriptSnippet(
  error: ContractError,
  index: IndexedContract,
  from = `./generated/${index.contract.id}/index.js`,
): string {
  const { method, url } = requestOf(error, index);
  const code = stringLiteral(error.code).text;
  // Answers of a status-only error mostly hold a code that is not listed.
  const test = error.wire ? `isError(error, ${code})` : `error.closest === ${code}`;
  const names = [
    "errorFrom",
    ...(error.wire ? ["isError"] : []),
    ...(handledBy(error) === "retry" ? ["retryDelay"] : []),
  ];
  const options = method === "GET" ? "" : `, { method: ${stringLiteral(method).text} }`;
  const lines = [
    `import { ${names.join(", ")} } from ${stringLiteral(from).text};`,
    "",
    `const url = ${stringLiteral(url).text};`,
    `const response = await fetch(url${options});`,
    "if (!response.ok) {",
    "  const error = await errorFrom(response);",
    `  if (${test}) {`,
    ...useOf(error, method).map((line) => `    ${line}`),
    "  }",
    "}",
  ];
  return lines.join("\n");
}

/** What a program does about an error: show its field errors, wait, or say what it says. */
export function handledBy({ retry, fields }: ContractError): "fields" | "retry" | "message" {
  return fields !== undefined ? "fields" : retry === "never" ? "message" : "retry";
}

function useOf(error: ContractError, method: string): string[] {
  switch (handledBy(error)) {
    case "fields":
      return ["for (const { path, message } of error.fields) {", '  console.error(path.join("."), message);', "}"];
    case "retry":
      return [
        `const delay = retryDelay(error, { attempt: 1, method: ${stringLiteral(method).text} });`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code of the snippet.
        'console.error(delay === undefined ? "Give up" : `Again in ${delay} ms`);',
      ];
    case "message":
      return [`console.error(${["error.message", ...memberShown(error)].join(", ")});`];
  }
}

/** The first member of the details, as an example of all. */
function memberShown({ details }: ContractError): string[] {
  const names = Object.keys((details?.schema.properties ?? {}) as JsonSchema).filter(isIdentifier);
  return names.slice(0, 1).map((name) => `error.details?.${identifier(name).text}`);
}
