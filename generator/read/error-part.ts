import type { Sources } from "./reader.js";
import { child, members, type Node } from "./source.js";
import { reachedFrom } from "./walk.js";

/** In the order of the specification. */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** An operation where it is written: it may be a reference, as in documents of many files. */
export interface WrittenOperation {
  readonly path: string;
  /** `GET` */
  readonly method: string;
  readonly node: Node;
}

/** The operations of a document as they are written, without those of callbacks and webhooks, which a client answers. */
export function writtenOperations({ document, follow }: Sources): WrittenOperation[] {
  return members(follow(child(document, "paths"))).flatMap(([path, item]) => {
    const target = follow(item);
    const fixed = members(target).filter(([method]) => methods.includes(method));
    // Since OpenAPI 3.2, with the method as it is sent; not once more what has a member of its own.
    const isFree = (name: string) => !fixed.some(([method]) => method.toUpperCase() === name);
    const additional = members(child(target, "additionalOperations")).filter(([method]) => isFree(method));
    return [...fixed.map(([method, node]) => [method.toUpperCase(), node] as const), ...additional].map(
      ([method, node]) => ({ path, method, node }),
    );
  });
}

/** Whether a status key stands for errors: 4xx and 5xx, their ranges in either case, and `default`. */
export function isErrorKey(key: string): boolean {
  return /^[45](?:\d\d|xx)$/i.test(key) || key === "default";
}

/** Every object that tells of a document's errors: the references that lead to their responses, and all below those. */
export function* errorPartOf(sources: Sources): Generator<Node> {
  const { document, follow } = sources;
  const operations = writtenOperations(sources).map(({ node }) => node);
  const maps = operations.map((operation) => child(follow(operation), "responses"));
  const paths = child(document, "paths");
  yield paths;
  yield* members(follow(paths)).map(([, item]) => item);
  yield* operations;
  yield* maps;
  const responses = maps.flatMap((map) => members(follow(map)).filter(([key]) => isErrorKey(key)));
  yield* reachedFrom(
    responses.map(([, response]) => response),
    sources,
  );
}
