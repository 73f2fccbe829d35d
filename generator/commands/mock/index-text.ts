import { escapeControls } from "../../runtime/text.js";
import type { MockedApi } from "./apis.js";
import { errorsOf, type SentAnswer } from "./error-answer.js";
import { ownHeader } from "./refusal.js";

const mostOperations = 2000;

/** What is served, as text: at `/` and at the id of an API, where no operation is there. */
export function indexOf(path: string, apis: readonly MockedApi[]): SentAnswer | undefined {
  const name = path.replace(/^\/|\/$/g, "");
  const shown = name === "" ? apis : apis.filter(({ contract }) => contract.id === name);
  if (shown.length === 0) return undefined;
  const lines = shown.flatMap((api) => [
    `${api.contract.title}, also below /${api.contract.id}`,
    "",
    ...api.contract.operations
      .slice(0, mostOperations)
      .flatMap((operation) => [
        `${operation.method} ${operation.path}`,
        ...errorsOf(api, operation).map(({ error, keys }) => `    ${keys.join(", ")}  ${error.code}`),
      ]),
    "",
  ]);
  const text = [
    "openapi-errors mock: ask for an error with the header `Prefer: error=<code>`, or in the query: ?__error=<code>",
    "",
    ...lines,
  ];
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    [ownHeader]: "index",
  };
  return { status: 200, headers, body: text.map(escapeControls).join("\n") };
}
