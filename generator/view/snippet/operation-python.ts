import type { ContractError, Operation } from "../../model/contract.js";
import type { IndexedContract } from "../contract-index.js";
import { comment, quoted } from "../python/text.js";
import { retryInShort, statusesInWords } from "../words.js";
import { importLines } from "./python.js";
import { requestTo } from "./request.js";

/** The same program in Python: a branch for each error that the operation declares. */
export function pythonOfOperation(
  operation: Operation,
  errors: readonly ContractError[],
  { contract, python: names }: IndexedContract,
  from: string,
  most: number,
): string {
  const { method, url } = requestTo(operation, contract);
  const handled = errors.slice(0, most);
  const retries = errors.some(({ retry }) => retry !== "never");
  const exceptions = handled.flatMap(({ wire, code }) => (wire ? (names.codes.get(code)?.exception ?? []) : []));
  return [
    "from urllib.error import HTTPError",
    "from urllib.request import Request, urlopen",
    "",
    ...importLines(`from ${from} import`, [...exceptions, "parse_error", ...(retries ? ["retry_delay"] : [])]),
    "",
    `url = ${quoted(url)}`,
    "try:",
    `    urlopen(Request(url, method=${quoted(method)}))`,
    "except HTTPError as answer:",
    "    error = parse_error(",
    "        answer.status,",
    "        answer.headers,",
    "        answer.read(),",
    `        operation=${quoted(operation.id)},`,
    "    )",
    ...(retries
      ? [
          "    # Seconds to wait before it is sent again; None: do not.",
          `    delay = retry_delay(error, attempt=1, method=${quoted(method)})`,
          "    print(delay)",
        ]
      : []),
    ...handled.flatMap((error, at) => {
      const exception = names.codes.get(error.code)?.exception;
      // Answers of a status-only error mostly hold a code that is not listed.
      const test =
        error.wire && exception !== undefined
          ? `isinstance(error, ${exception})`
          : `error.closest == ${quoted(error.code)}`;
      const said = `${statusesInWords(error)}: ${error.title.slice(0, 150)}. ${retryInShort(error)}.`;
      return [
        `    ${at === 0 ? "if" : "elif"} ${test}:`,
        `        ${comment(said).text}`,
        ...(error.fields === undefined
          ? [`        print(error.message${error.details === undefined ? "" : ", error.details"})`]
          : ["        for field in error.fields:", "            print(field.path, field.message)"]),
      ];
    }),
    ...(handled.length === 0
      ? ["    print(error.code, error.message)"]
      : ["    else:", "        print(error.code, error.closest, error.message)"]),
  ].join("\n");
}
