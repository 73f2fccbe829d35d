import { idMisspelt, keyMisspelt, keyTooHigh, methodMisspelt, statusMisspelt } from "../../problem/keys.js";
import { misspeltName } from "../../problem/misspelt.js";
import type { Problem } from "../../problem/problem.js";
import { suggest } from "../../problem/suggest.js";
import { methods } from "../../read/error-part.js";
import { problemAtKey } from "../../read/position.js";
import type { Sources } from "../../read/reader.js";
import { child, isObject, members, type Node } from "../../read/source.js";
import { statusMeant } from "./status-meant.js";

/** A key on the way to an answer that means nothing there, so that what stands below it is lost. */
export interface LostKey {
  readonly problem: Problem;
  /** Whether errors may stand below it. */
  readonly hidesErrors: boolean;
}

type Follow = Sources["follow"];

/** What may stand on the way to the body of an answer, and which of it leads there. */
const kinds = {
  operation: {
    known: ["tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "callbacks"],
    more: ["deprecated", "security", "servers"],
    leads: ["responses"],
  },
  response: { known: ["summary", "description", "links"], more: ["$ref"], leads: ["content", "headers"] },
  media: {
    known: ["itemSchema", "encoding", "prefixEncoding", "itemEncoding"],
    more: ["$ref"],
    leads: ["schema", "example", "examples"],
  },
};

/** Keys of paths, operations and answers that are almost others: a status that is none, a method in capitals. */
export function misspeltKeys({ document, follow }: Sources): LostKey[] {
  const items = members(follow(child(document, "paths"))).map(([, item]) => follow(item));
  const operations = items.flatMap((item) => [
    ...methods.map((method) => child(item, method)),
    ...members(child(item, "additionalOperations")).map(([, operation]) => operation),
  ]);
  const written = distinct(operations.filter(({ value }) => isObject(value)).map(follow));
  const maps = distinct(written.map((operation) => follow(child(operation, "responses"))));
  const responses = distinct(maps.flatMap((map) => members(map).map(([, response]) => follow(response))));
  const media = distinct(responses.flatMap((one) => members(child(one, "content")).map(([, body]) => follow(body))));
  return [
    ...distinct(items).flatMap((item) => wrongMethods(item, follow)),
    ...written.flatMap((operation) => [...almost(operation, kinds.operation), ...wrongIds(operation)]),
    ...maps.flatMap(wrongStatuses),
    ...responses.flatMap((response) => [...almost(response, kinds.response), ...tooHigh(response)]),
    ...media.flatMap((body) => almost(body, kinds.media)),
  ];
}

/** What is shared is looked at once. */
function distinct(nodes: readonly Node[]): Node[] {
  return [...new Map(nodes.map((node) => [node.value, node])).values()];
}

const besideMethods = new Set(["$ref", "summary", "description", "servers", "parameters", "additionalOperations"]);

/** What holds no answers, and is called like no method, may be another tool's. */
function wrongMethods(item: Node, follow: Follow): LostKey[] {
  return members(item).flatMap(([key, node]) => {
    if (methods.includes(key) || besideMethods.has(key) || key.startsWith("x-")) return [];
    const written = key.trim().toLowerCase();
    const meant = suggest(written, methods);
    if (meant !== written && !isObject(child(follow(node), "responses").value)) return [];
    return [{ problem: problemAtKey(node, methodMisspelt(key, meant, methods)), hidesErrors: true }];
  });
}

/** `operationID`: the operation would be called by its method and its path. */
function wrongIds(operation: Node): LostKey[] {
  if (child(operation, "operationId").value !== undefined) return [];
  return members(operation)
    .filter(([key, { value }]) => typeof value === "string" && misspeltName(key, ["operationId"]) !== undefined)
    .map(([key, member]) => ({ problem: problemAtKey(member, idMisspelt(key)), hidesErrors: false }));
}

function wrongStatuses(map: Node): LostKey[] {
  return members(map).flatMap(([key, node]) => {
    if (key.startsWith("x-") || key === "$ref" || /^[1-5](?:\d\d|xx)$/i.test(key) || key === "default") return [];
    const meant = statusMeant(key);
    const hidesErrors = meant === undefined || !/^[123]/.test(meant);
    return [{ problem: problemAtKey(node, statusMisspelt(key, meant)), hidesErrors }];
  });
}

/** Parts of a body on the answer itself, as in Swagger 2.0, or in the place of a media type. */
function tooHigh(response: Node): LostKey[] {
  const content = child(response, "content");
  const found = (node: Node, below: string) =>
    kinds.media.leads
      .map((key) => child(node, key))
      .filter(({ value }) => isObject(value))
      .map((member) => ({ problem: problemAtKey(member, keyTooHigh(member.key, below)), hidesErrors: true }));
  return content.value === undefined
    ? found(response, "content: { application/json: ... }")
    : found(content, "application/json");
}

/** Keys that are none, and almost one that leads on and is not there. */
function almost(node: Node, { known, more, leads }: (typeof kinds)["operation"]): LostKey[] {
  const all = [...known, ...more, ...leads];
  return members(node).flatMap(([key, member]) => {
    if (all.includes(key) || key.startsWith("x-") || !isObject(member.value)) return [];
    const meant = suggest(key, leads);
    if (meant === undefined || child(node, meant).value !== undefined) return [];
    return [{ problem: problemAtKey(member, keyMisspelt(key, meant)), hidesErrors: true }];
  });
}
