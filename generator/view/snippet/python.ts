import type { ContractError } from "../../model/contract.js";
import type { IndexedContract } from "../contract-index.js";
import { quoted } from "../python/text.js";
import { requestOf } from "./request.js";
import { handledBy } from "./typescript.js";

/** What fits beside the text of a page. */
const lineWidth = 72;

/** The same program in Python, on its standard library. */
export function pythonSnippet(
  error: ContractError,
  index: IndexedContract,
  from = `generated.${index.contract.id}.errors`,
): string {
  const { python: names } = index;
  const { method, url } = requestOf(error, index);
  const exception = names.codes.get(error.code)?.exception ?? names.base;
  // Answers of a status-only error mostly hold a code that is not listed.
  const test = error.wire ? `isinstance(error, ${exception})` : `error.closest == ${quoted(error.code)}`;
  const retries = handledBy(error) === "retry";
  const imported = [...(error.wire ? [exception] : []), "parse_error", ...(retries ? ["retry_delay"] : [])];
  return [
    "from urllib.error import HTTPError",
    "from urllib.request import Request, urlopen",
    "",
    ...importLines(`from ${from} import`, imported),
    "",
    `url = ${quoted(url)}`,
    "try:",
    `    urlopen(Request(url, method=${quoted(method)}))`,
    "except HTTPError as answer:",
    "    error = parse_error(answer.status, answer.headers, answer.read())",
    `    if ${test}:`,
    ...useOf(error, method).map((line) => `        ${line}`),
  ].join("\n");
}

/** On one line where it fits, else a name on each, as Black has it. */
export function importLines(from: string, names: readonly string[]): string[] {
  const line = `${from} ${names.join(", ")}`;
  return line.length <= lineWidth ? [line] : [`${from} (`, ...names.map((name) => `    ${name},`), ")"];
}

function useOf(error: ContractError, method: string): string[] {
  switch (handledBy(error)) {
    case "fields":
      return ["for field in error.fields:", "    print(field.path, field.message)"];
    case "retry":
      return [
        `delay = retry_delay(error, attempt=1, method=${quoted(method)})`,
        'print("Give up" if delay is None else f"Again in {delay} s")',
      ];
    case "message":
      return [error.details === undefined ? "print(error.message)" : "print(error.message, error.details)"];
  }
}
