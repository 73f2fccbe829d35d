import type { Contract, ContractError, Example, Operation, OperationResponse } from "../../model/contract.js";
import { isObject, own, valueAt } from "../../runtime/pointer.js";
import { coversStatus } from "../../runtime/status.js";
import { followed } from "./references.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** What an operation's errors are looked up in. */
interface Surroundings {
  readonly document: JsonObject;
  readonly errors: ReadonlyMap<string, ContractError>;
}

/** The paths of a document, each operation with a list of its errors, and an example of each error at its responses. */
export function pathsWithErrors(
  document: JsonObject,
  contract: Contract,
  texts: ReadonlyMap<string, string>,
): JsonObject {
  const errors = new Map(contract.errors.map((error) => [error.code, error]));
  const changed = new Map(Object.entries(isObject(document.paths) ? document.paths : {}));
  for (const operation of contract.operations) {
    const { id, method, path } = operation;
    // What stands elsewhere is copied to each place that refers to it: the lists of errors differ.
    const item = followed(changed.get(path), document);
    const key = method.toLowerCase();
    const node = isObject(item) ? followed(own(item, key), document) : undefined;
    if (!isObject(item) || !isObject(node) || operation.responses.length === 0) continue;
    const woven = {
      ...node,
      // What has no id would have no link; what has neither name nor id is shown by its path.
      operationId: id,
      summary: node.summary ?? node.operationId ?? path,
      description: described(node.description, texts.get(id) ?? ""),
      responses: responsesWithExamples(node.responses, operation, { document, errors }),
    };
    changed.set(path, { ...item, [key]: woven });
  }
  return Object.fromEntries(changed);
}

function described(description: unknown, errors: string): string {
  return typeof description === "string" ? `${description}\n\n${errors}` : errors;
}

function responsesWithExamples(responses: unknown, operation: Operation, around: Surroundings): unknown {
  if (!isObject(responses)) return responses;
  const changed = new Map(Object.entries(responses));
  for (const response of operation.responses) {
    const key = Object.keys(responses).find((key) => key.toUpperCase() === response.status.toUpperCase());
    const node = key === undefined ? undefined : followed(responses[key], around.document);
    if (key === undefined || !isObject(node) || !isObject(node.content)) continue;
    const media = Object.entries(node.content).flatMap(([type, media]) => {
      const examples = isObject(media) && /json/i.test(type) ? examplesOf(media, response, around) : undefined;
      return examples ? [[type, { ...(media as JsonObject), ...examples }] as const] : [];
    });
    if (media.length === 0) continue;
    changed.set(key, { ...node, content: { ...node.content, ...Object.fromEntries(media) } });
  }
  return Object.fromEntries(changed);
}

/** The author's examples, and one of each code that has none among them. Undefined where that changes nothing. */
function examplesOf(media: JsonObject, response: OperationResponse, { document, errors }: Surroundings) {
  const { example, examples } = media;
  const named = isObject(examples) ? Object.entries(examples) : [];
  const pointer = response.codePointer;
  if (pointer === undefined) return undefined;
  const authored = named.map(([, entry]) => valueAt(followed(entry, document), "/value"));
  const shown = [...authored, ...(example === undefined ? [] : [example])];
  const codes = new Set(shown.map((body) => String(valueAt(body, pointer))));
  const missing = response.codes
    .filter((code) => !codes.has(code))
    .flatMap((code) => exampleAt(errors.get(code), response.status) ?? []);
  if (missing.length === 0) return undefined;
  const entries = [
    ...(example === undefined ? [] : [["example", { value: example }] as const]),
    ...named,
    ...missing.map(({ summary, body, name }) => [name, { summary, value: body }] as const),
  ];
  return { example: undefined, examples: Object.fromEntries(entries) };
}

function exampleAt(error: ContractError | undefined, status: string): Example | undefined {
  return error?.examples.find((example) => example.body !== undefined && coversStatus([status], example.status));
}
