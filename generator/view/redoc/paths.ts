import type { Contract, ContractError, Example, Operation, OperationResponse } from "../../model/contract.js";
import { isObject, own, valueAt } from "../../runtime/pointer.js";
import { coversStatus } from "../../runtime/status.js";
import { followed } from "./references.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** What an operation's errors are looked up in. */
interface Surroundings {
  readonly document: JsonObject;
  readonly errors: ReadonlyMap<string, ContractError>;
  /** What was made of each response, for the codes that it has at an operation. */
  readonly made: Map<JsonObject, WovenResponse[]>;
}

/** A response with an example of each of its codes. */
interface WovenResponse {
  readonly of: OperationResponse;
  readonly node: JsonObject;
  /** The operations that refer to it. */
  references: number;
}

/** The paths of a document with their errors, and the responses that they refer to. */
export interface WovenPaths {
  readonly paths: JsonObject;
  readonly responses: JsonObject;
}

/** The paths of a document, each operation with a list of its errors, and an example of each error at its responses. */
export function pathsWithErrors(
  document: JsonObject,
  contract: Contract,
  texts: ReadonlyMap<string, string>,
): WovenPaths {
  const errors = new Map(contract.errors.map((error) => [error.code, error]));
  const around: Surroundings = { document, errors, made: new Map() };
  const found = contract.operations.flatMap((operation) => {
    const node = operationNode(operation, document);
    if (!node || operation.responses.length === 0) return [];
    return [{ operation, node, woven: wovenResponses(node.responses, operation, around) }];
  });
  const names = namesOf([...around.made.values()].flat(), document);
  const changed = new Map(Object.entries(isObject(document.paths) ? document.paths : {}));
  for (const { operation, node, woven } of found) {
    const { id, method, path } = operation;
    const responses = [...woven].map(([key, response]) => {
      const name = isReference(memberOf(node.responses, key)) ? names.get(response) : undefined;
      return [key, name === undefined ? response.node : { $ref: `#/components/responses/${name}` }] as const;
    });
    const shown = {
      ...node,
      // What has no id would have no link; what has neither name nor id is shown by its path.
      operationId: id,
      summary: node.summary ?? node.operationId ?? path,
      description: described(node.description, texts.get(id) ?? ""),
      ...(isObject(node.responses) && { responses: { ...node.responses, ...Object.fromEntries(responses) } }),
    };
    // What stands elsewhere is copied to each place that refers to it: the lists of errors differ.
    changed.set(path, { ...(followed(changed.get(path), document) as JsonObject), [method.toLowerCase()]: shown });
  }
  const shared = [...names].map(([{ node }, name]) => [name, node] as const);
  return { paths: Object.fromEntries(changed), responses: Object.fromEntries(shared) };
}

function memberOf(value: unknown, key: string): unknown {
  return isObject(value) ? own(value, key) : undefined;
}

function operationNode({ method, path }: Operation, document: JsonObject): JsonObject | undefined {
  const item = followed(memberOf(document.paths, path), document);
  const node = isObject(item) ? followed(own(item, method.toLowerCase()), document) : undefined;
  return isObject(node) ? node : undefined;
}

/** Names that no response of the document has, for those that several operations refer to: hundreds may, and each is long. */
function namesOf(woven: readonly WovenResponse[], document: JsonObject): ReadonlyMap<WovenResponse, string> {
  const taken = valueAt(document, "/components/responses");
  let number = 0;
  const next = (): string => {
    number += 1;
    const name = `Errors${number}`;
    return memberOf(taken, name) === undefined ? name : next();
  };
  return new Map(woven.filter(({ references }) => references > 1).map((response) => [response, next()]));
}

function isReference(value: unknown): boolean {
  return typeof memberOf(value, "$ref") === "string";
}

function described(description: unknown, errors: string): string {
  return typeof description === "string" ? `${description}\n\n${errors}` : errors;
}

/** Those that get examples, by their keys. */
function wovenResponses(responses: unknown, operation: Operation, around: Surroundings): Map<string, WovenResponse> {
  const woven = new Map<string, WovenResponse>();
  if (!isObject(responses)) return woven;
  for (const response of operation.responses) {
    const key = Object.keys(responses).find((key) => key.toUpperCase() === response.status.toUpperCase());
    const node = key === undefined ? undefined : followed(responses[key], around.document);
    if (key === undefined || !isObject(node) || !isObject(node.content)) continue;
    const made = wovenOnce(node, response, around);
    if (made.node === node) continue;
    if (isReference(responses[key])) made.references += 1;
    woven.set(key, made);
  }
  return woven;
}

function wovenOnce(node: JsonObject, response: OperationResponse, around: Surroundings): WovenResponse {
  const known = around.made.get(node) ?? [];
  const same = known.find(({ of }) => hasSameCodes(of, response));
  if (same) return same;
  const made = { of: response, node: withExamples(node, response, around), references: 0 };
  around.made.set(node, [...known, made]);
  return made;
}

function hasSameCodes(a: OperationResponse, b: OperationResponse): boolean {
  if (a.status !== b.status || a.codePointer !== b.codePointer) return false;
  return (
    a.codes === b.codes || (a.codes.length === b.codes.length && a.codes.every((code, at) => code === b.codes[at]))
  );
}

/** The same object where it gets none. */
function withExamples(node: JsonObject, response: OperationResponse, around: Surroundings): JsonObject {
  const content = isObject(node.content) ? node.content : {};
  const media = Object.entries(content).flatMap(([type, media]) => {
    const examples = isObject(media) && /json/i.test(type) ? examplesOf(media, response, around) : undefined;
    return examples ? [[type, { ...(media as JsonObject), ...examples }] as const] : [];
  });
  return media.length === 0 ? node : { ...node, content: { ...content, ...Object.fromEntries(media) } };
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
    .flatMap((code) => {
      const found = exampleAt(errors.get(code), response.status);
      return found ? [[code, found] as const] : [];
    });
  if (missing.length === 0) return undefined;
  const entries = new Map<string, unknown>([
    ...(example === undefined ? [] : [["example", { value: example }] as const]),
    ...named,
  ]);
  for (const [code, { name, summary = code, body }] of missing)
    entries.set(freeName([name, code], entries), { summary, value: body });
  return { example: undefined, examples: Object.fromEntries(entries) };
}

/** One that no other example of the response has: elsewhere in the document, another may be called the same. */
function freeName(names: readonly string[], taken: ReadonlyMap<string, unknown>): string {
  const longer = names.map((name) => `${name}_`);
  return names.find((name) => !taken.has(name)) ?? freeName(longer, taken);
}

function exampleAt(error: ContractError | undefined, status: string): Example | undefined {
  return error?.examples.find((example) => example.body !== undefined && coversStatus([status], example.status));
}
