import type { Contract, ContractError, Example, Operation, OperationResponse } from "../model/contract.js";
import { isObject, valueAt } from "../runtime/pointer.js";
import { coversStatus } from "../runtime/status.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** The paths of a document, each operation with a list of its errors, and an example of each error at its responses. */
export function pathsWithErrors(paths: JsonObject, contract: Contract, texts: ReadonlyMap<string, string>): JsonObject {
  const errors = new Map(contract.errors.map((error) => [error.code, error]));
  const changed = new Map(Object.entries(paths));
  for (const operation of contract.operations) {
    const { id, method, path } = operation;
    const item = changed.get(path);
    const key = method.toLowerCase();
    const node = isObject(item) && Object.hasOwn(item, key) ? item[key] : undefined;
    if (!isObject(item) || !isObject(node) || operation.responses.length === 0) continue;
    const description = described(node.description, texts.get(id) ?? "");
    const responses = responsesWithExamples(node.responses, operation, errors);
    changed.set(path, { ...item, [key]: { ...node, description, responses } });
  }
  return Object.fromEntries(changed);
}

function described(description: unknown, errors: string): string {
  return typeof description === "string" ? `${description}\n\n${errors}` : errors;
}

function responsesWithExamples(
  responses: unknown,
  operation: Operation,
  errors: ReadonlyMap<string, ContractError>,
): unknown {
  if (!isObject(responses)) return responses;
  const changed = new Map(Object.entries(responses));
  for (const response of operation.responses) {
    const node = changed.get(response.status);
    // What stands elsewhere is shared: its own examples are all that it has.
    if (!isObject(node) || !isObject(node.content)) continue;
    const content = Object.entries(node.content).map(([type, media]) => [
      type,
      isObject(media) && /json/i.test(type) ? { ...media, ...examplesOf(media, response, errors) } : media,
    ]);
    changed.set(response.status, { ...node, content: Object.fromEntries(content) });
  }
  return Object.fromEntries(changed);
}

/** The author's examples, and one of each code that has none among them. */
function examplesOf(media: JsonObject, response: OperationResponse, errors: ReadonlyMap<string, ContractError>) {
  const { example, examples } = media;
  const own = isObject(examples) ? Object.entries(examples) : [];
  // A reference may be to any of them.
  const isKnown = own.every(([, entry]) => valueAt(entry, "/value") !== undefined);
  const pointer = response.codePointer;
  if (!isKnown || pointer === undefined) return {};
  const shown = [...own.map(([, entry]) => valueAt(entry, "/value")), ...(example === undefined ? [] : [example])];
  const codes = new Set(shown.map((body) => String(valueAt(body, pointer))));
  const missing = response.codes
    .filter((code) => !codes.has(code))
    .flatMap((code) => exampleAt(errors.get(code), response.status) ?? []);
  if (missing.length === 0) return {};
  const entries = [
    ...(example === undefined ? [] : [["example", { value: example }] as const]),
    ...own,
    ...missing.map(({ summary, body, name }) => [name, { summary, value: body }] as const),
  ];
  return { example: undefined, examples: Object.fromEntries(entries) };
}

function exampleAt(error: ContractError | undefined, status: string): Example | undefined {
  return error?.examples.find((example) => example.body !== undefined && coversStatus([status], example.status));
}
