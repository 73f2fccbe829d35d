import { readFileSync } from "node:fs";
import { sample } from "openapi-sampler";
import { parse } from "yaml";

// biome-ignore lint/suspicious/noExplicitAny: a document is walked, not typed.
type Json = Record<string, any>;

/** A valid request that asks Prism for one example of one error response. */
export interface ExampleRequest {
  readonly operation: string;
  readonly status: number;
  readonly example: string;
  /** The body that the document says this example has. */
  readonly body: unknown;
  readonly path: string;
  readonly init: RequestInit;
}

/** One request for every named example of every error response of every operation. */
export function exampleRequests(file: string): ExampleRequest[] {
  const document = parse(readFileSync(file, "utf8")) as Json;
  const follow = (node: Json): Json => (node?.$ref ? follow(pointed(document, node.$ref)) : node);
  return Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    ["get", "post", "put", "patch", "delete"].flatMap((method) => {
      const operation = item[method] as Json | undefined;
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(follow);
      const request = requestOf(document, path, method, operation, parameters, follow);
      return Object.entries<Json>(operation.responses)
        .filter(([key]) => /^[45]/.test(key))
        .flatMap(([key, response]) =>
          Object.entries<Json>(follow(response).content["application/json"].examples).map(([example, node]) => ({
            operation: operation.operationId as string,
            status: Number(key),
            example,
            body: follow(node).value,
            path: request.path,
            init: { ...request.init, headers: { ...request.headers, Prefer: `code=${key}, example=${example}` } },
          })),
        );
    }),
  );
}

function requestOf(
  document: Json,
  path: string,
  method: string,
  operation: Json,
  parameters: Json[],
  follow: (node: Json) => Json,
) {
  const value = (parameter: Json) => encodeURIComponent(String(sample(follow(parameter.schema), {}, document)));
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const filled = inPath.reduce((text, parameter) => text.replace(`{${parameter.name}}`, value(parameter)), path);
  const search = query.map((parameter) => `${parameter.name}=${value(parameter)}`).join("&");
  const content = operation.requestBody && follow(operation.requestBody).content["application/json"];
  const body = content && JSON.stringify(sample(content.schema, { skipReadOnly: true }, document));
  return {
    path: search ? `${filled}?${search}` : filled,
    headers: {
      Authorization: "Bearer key",
      "X-API-Key": "key",
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    init: { method: method.toUpperCase(), ...(body ? { body } : {}) },
  };
}

function pointed(document: Json, reference: string): Json {
  return reference
    .split("/")
    .slice(1)
    .reduce((node, key) => node[key], document);
}
