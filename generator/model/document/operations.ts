import { methods, writtenOperations } from "../../read/error-part.js";
import type { Sources } from "../../read/reader.js";
import { child, members, type Node, textAt } from "../../read/source.js";

/** An operation and the places of its responses. */
export interface OperationNode {
  /** No other operation of the document has it. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly summary: string | undefined;
  readonly responses: readonly ResponseNode[];
}

type Unnamed = Omit<OperationNode, "id">;

/** A response under its status key, references followed. `key` is `404`, `4XX` or `default`. */
export interface ResponseNode {
  readonly key: string;
  readonly node: Node;
  readonly media: readonly MediaNode[];
}

/** A body of a response. `schema` is as written: it may be a reference. */
export interface MediaNode {
  readonly type: string;
  readonly node: Node;
  readonly schema: Node;
}

/** The operations of a document, by path and method. Callbacks and webhooks are the client's side: they are left out. */
export function readOperations(sources: Sources): OperationNode[] {
  const { follow } = sources;
  const found = writtenOperations(sources).map(({ path, method, node: item }) => {
    const node = follow(item);
    const written = members(follow(child(node, "responses")))
      .filter(([key]) => !key.startsWith("x-"))
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, response]) => readResponse(key, follow(response), follow));
    // A range in both cases is one range, that of `4XX`: a client could not tell the two apart.
    const responses = [...new Map(written.map((response) => [response.key, response])).values()].sort((a, b) =>
      byStatus(a.key, b.key),
    );
    return { method, path, node, summary: textAt(node, "summary"), responses };
  });
  const ordered = found.sort(byPathAndMethod);
  const ids = idsOf(ordered);
  return ordered.map((operation, index) => ({ id: ids[index]!, ...operation }));
}

/** What an operation is called that has no name of its own: `GET /orders`. */
export function placeOf({ method, path }: Pick<OperationNode, "method" | "path">): string {
  return `${method} ${path}`;
}

/**
 * The `operationId` of each operation where it is the first that has it, in the order of path and method, and where it is
 * not another's place; else its own place, which nobody shares.
 */
function idsOf(operations: readonly Unnamed[]): string[] {
  const places = new Set(operations.map(placeOf));
  const taken = new Set<string>();
  return operations.map((operation) => {
    const place = placeOf(operation);
    const stated = textAt(operation.node, "operationId") || place;
    const isFree = stated === place || !(places.has(stated) || taken.has(stated));
    taken.add(stated);
    return isFree ? stated : place;
  });
}

/** Whether a status key stands for many statuses. */
export function isRange(key: string): boolean {
  return !/^\d+$/.test(key);
}

/** Ascending, ranges behind the numbers, `default` last. */
export function byStatus(a: string, b: string): number {
  const rank = (key: string) => (key === "default" ? 2 : key.endsWith("XX") ? 1 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function readResponse(key: string, node: Node, follow: Sources["follow"]): ResponseNode {
  const content = members(child(node, "content")).sort(([a], [b]) => (a < b ? -1 : 1));
  const media = content.map(([type, declared]) => {
    const body = follow(declared);
    return { type, node: body, schema: child(body, "schema") };
  });
  return { key: /^[1-5]xx$/i.test(key) ? key.toUpperCase() : key, node, media };
}

function byPathAndMethod(a: Unnamed, b: Unnamed): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  const rank = ({ method }: Unnamed) => methods.indexOf(method.toLowerCase());
  return rank(a) - rank(b) || (a.method < b.method ? -1 : 1);
}
