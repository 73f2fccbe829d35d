import type { Operation } from "../../model/contract.js";
import { shellWord } from "../../problem/shell.js";
import { printable } from "../../runtime/text.js";
import type { MockedApi } from "./apis.js";
import { errorsOf } from "./error-answer.js";
import type { Told } from "./server.js";

interface Suggested {
  readonly operation: Operation;
  readonly code: string;
}

/** What to type first: an error of the document, the same in a browser, and one that no document declares. */
export function firstLines(url: string, apis: readonly MockedApi[], forward: URL | undefined): string[] {
  const shown = suggestedIn(apis);
  if (shown === undefined) return [];
  const { operation, code } = shown;
  const path = operation.path.replace(/\{[^{}]*\}/g, "1");
  const method = operation.method === "GET" ? "" : ` -X ${shellWord(operation.method)}`;
  const ask = (preference: string) =>
    `  curl -i${method} ${shellWord(url + path)} -H ${shellWord(`Prefer: ${preference}`)}`;
  const inQuery = `${url}${path}${path.includes("?") ? "&" : "?"}__error=${encodeURIComponent(code)}`;
  return [
    ask(`error=${/^[\w.:/-]+$/.test(code) ? code : JSON.stringify(code)}`),
    `  curl -i${method} ${shellWord(inQuery)}`,
    ask("failure=gateway"),
    forward
      ? `all else goes on to ${forward.href}`
      : `all else is answered as if it went well; ${url}/ lists operations and errors`,
  ];
}

/** The first operation that a person can ask for without much ado, and a code of it. */
function suggestedIn(apis: readonly MockedApi[]): Suggested | undefined {
  const all = apis.flatMap((api) =>
    api.contract.operations.flatMap((operation): Suggested[] => {
      const errors = errorsOf(api, operation);
      const named = errors.find(({ error }) => error.wire) ?? errors[0];
      return named ? [{ operation, code: named.error.code }] : [];
    }),
  );
  const isNamed = ({ code }: Suggested) => !code.startsWith("http_");
  const effort = (one: Suggested) =>
    (isNamed(one) ? 0 : 4) + (one.operation.path.includes("{") ? 2 : 0) + (one.operation.method === "GET" ? 0 : 1);
  return all.sort((a, b) => effort(a) - effort(b))[0];
}

/** One line for each answer. */
export function lineOf({ method, url, operation, status, what }: Told): string {
  const parts = [printable(method), printable(url).slice(0, 200), String(status ?? "no answer"), operation ?? "", what];
  return `${parts
    .filter((part) => part !== "")
    .map((part) => printable(part))
    .join("  ")}\n`;
}
