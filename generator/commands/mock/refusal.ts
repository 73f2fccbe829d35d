import { distance } from "fastest-levenshtein";
import type { Operation } from "../../model/contract.js";
import { suggest } from "../../problem/suggest.js";
import { escapeControls, printable } from "../../runtime/text.js";
import { type MockedApi, placesAt } from "./apis.js";
import { type DeclaredError, errorsOf, type SentAnswer } from "./error-answer.js";

/** Says that an answer is the mock's own, and no answer of the API: why there is none. */
export const ownHeader = "Openapi-Errors-Mock";

/** What the mock says itself, as plain text. */
export function refusal(status: number, reason: string, lines: readonly string[]): SentAnswer {
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "X-Content-Type-Options": "nosniff",
    [ownHeader]: reason,
  };
  return { status, headers, body: `${["openapi-errors mock:", ...lines].map(escapeControls).join("\n")}\n` };
}

const [mostNear, mostListed, longest] = [5, 100, 200];

/** No operation is there: which are near, and how to ask. */
export function noOperation(method: string, path: string, apis: readonly MockedApi[]): SentAnswer {
  const here = placesAt(path, apis).map(({ operation }) => operation);
  const asked = printable(path).slice(0, longest);
  const all = apis.flatMap(({ contract }) => contract.operations);
  const near = here.length > 0 ? [...new Set(here)] : nearest(asked, all);
  return refusal(404, "no-operation", [
    `no operation is at ${printable(method)} ${asked}${here.length > 0 ? ", but with other methods there are:" : "; near are:"}`,
    ...near.map((operation) => `  ${shownOperation(operation)}`),
    ...(apis.length > 1
      ? [`Each API is also below its id: ${apis.map(({ contract }) => `/${contract.id}`).join(", ")}`]
      : []),
  ]);
}

function nearest(path: string, operations: readonly Operation[]): Operation[] {
  const ranked = operations.map((operation) => ({ operation, far: distance(path, operation.path.slice(0, longest)) }));
  return ranked
    .sort((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ operation }) => operation);
}

function shownOperation({ method, path, id }: Operation): string {
  return `${method} ${path}${id === `${method} ${path}` ? "" : `  ${id}`}`;
}

/** The operation does not declare what was asked for: what it does declare, and the closest of that. */
export function notDeclared(code: string, api: MockedApi, operation: Operation): SentAnswer {
  const errors = errorsOf(api, operation);
  const near = suggest(
    code.slice(0, longest),
    errors.map(({ error }) => error.code),
  );
  const others = api.contract.errors.find((error) => error.code === code)?.operations ?? [];
  const elsewhere =
    others.length > 0 ? `; ${others.slice(0, mostNear).join(", ")} ${others.length === 1 ? "does" : "do"}` : "";
  return refusal(400, "not-declared", [
    `${operation.id} declares no error ${quoted(code)}${elsewhere}${near === undefined ? "" : `; the closest is ${quoted(near)}`}`,
    ...listOf(errors, operation),
  ]);
}

/** The same of a status, or of the name of an example. */
export function notShown(what: string, names: readonly string[], operation: Operation): SentAnswer {
  const known =
    names.length === 0 ? "it has none" : `it has ${[...new Set(names)].slice(0, mostListed).map(quoted).join(", ")}`;
  return refusal(400, "not-declared", [`${operation.id} declares no ${printable(what)}: ${known}`]);
}

/** What was asked for can't be. */
export function badPreference(line: string): SentAnswer {
  return refusal(400, "bad-preference", [line]);
}

function listOf(errors: readonly DeclaredError[], operation: Operation): string[] {
  const [first] = errors;
  if (first === undefined) return [`${operation.id} declares no errors`];
  return [
    `The errors of ${operation.id}:`,
    ...errors.slice(0, mostListed).map(({ error, keys }) => `  ${keys.join(", ")}  ${error.code}`),
    ...(errors.length > mostListed ? [`  and ${errors.length - mostListed} more`] : []),
    `Ask for one with the header \`Prefer: error=${first.error.code}\`, or in the query: ?__error=${encodeURIComponent(first.error.code)}`,
  ];
}

function quoted(text: string): string {
  return `\`${printable(text).slice(0, longest)}\``;
}
