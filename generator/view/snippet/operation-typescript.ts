import type { ContractError, Operation } from "../../model/contract.js";
import type { IndexedContract } from "../contract-index.js";
import { detailRows } from "../detail-rows.js";
import { docComment, stringLiteral, textKey } from "../typescript/text.js";
import { retryInShort, statusesInWords } from "../words.js";
import { requestTo } from "./request.js";

/**
 * A whole program in TypeScript that calls an operation and has a handler for each error that it declares: one left out does not
 * compile. `errors`: those of the operation; `most`: how many of them have handlers, the others go where unlisted codes go.
 */
export function typescriptOfOperation(
  operation: Operation,
  errors: readonly ContractError[],
  { contract }: IndexedContract,
  from: string,
  most: number,
): string {
  const { method, url } = requestTo(operation, contract);
  const handled = errors.slice(0, most);
  const isPart = handled.length < errors.length;
  const retries = errors.some(({ retry }) => retry !== "never");
  const names = ["errorFrom", ...(handled.length > 0 ? ["match"] : []), ...(retries ? ["retryDelay"] : [])];
  const options = method === "GET" ? "" : `, { method: ${stringLiteral(method).text} }`;
  const rest = isPart ? "other" : "unlisted";
  return [
    `import { ${names.join(", ")} } from ${stringLiteral(from).text};`,
    "",
    `const url = ${stringLiteral(url).text};`,
    `const response = await fetch(url${options});`,
    "if (!response.ok) {",
    `  const error = await errorFrom(response, { operation: ${stringLiteral(operation.id).text} });`,
    ...(retries
      ? [
          "  // Milliseconds to wait before it is sent again; undefined: do not.",
          `  const delay = retryDelay(error, { attempt: 1, method: ${stringLiteral(method).text} });`,
        ]
      : []),
    ...(handled.length === 0
      ? ["  const text = error.message;"]
      : [
          `  const text = ${isPart ? "match.partial" : "match"}(`,
          "    error,",
          "    {",
          ...handled.flatMap((error) => handlerOf(error).map((line) => `      ${line}`)),
          "    },",
          ...(isPart ? [] : ["    // A code that nobody listed yet: `closest` is the listed one to treat it as."]),
          `    (${rest}) => ${rest}.message,`,
          "  );",
        ]),
    `  console.error(${retries ? "text, delay" : "text"});`,
    "}",
  ].join("\n");
}

/** A comment that says what the error is, and a handler that says what came. */
function handlerOf(error: ContractError): string[] {
  const { code, title, resolution, details, fields } = error;
  const rows = details === undefined ? [] : detailRows(details).filter(({ depth }) => depth === 0);
  const members = rows.slice(0, 8).map(({ name, type }) => `\`${name.slice(0, 60)}\` (${type.slice(0, 80)})`);
  const said = [
    `${statusesInWords(error)}: ${beginning(title, 150)}. ${retryInShort(error)}.`,
    beginning(resolution ?? "", 250),
    members.length > 0 && fields === undefined ? `Details: ${members.join(", ")}.` : "",
  ];
  const shown =
    fields === undefined
      ? "e.message"
      : // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code of the snippet.
        'e.fields.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")';
  const comment = docComment([said.filter((text) => text !== "").join(" ")], 6).text;
  return [...comment.split("\n").map((line) => line.replace(/^ {6}/, "")), `${textKey(code).text}: (e) => ${shown},`];
}

/** The sentences with which a text begins, as far as there is room for them. */
function beginning(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.slice(0, most).search(/[.!?]\s[^.!?]*$/);
  return end < 0 ? `${text.slice(0, most)}…` : text.slice(0, end + 1);
}
