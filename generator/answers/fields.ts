import { isObject } from "../read/source.js";

/** What a line of a log may say of an answer. */
export const fieldNames = ["status", "body", "headers", "method", "url", "code", "operation"] as const;

export type FieldName = (typeof fieldNames)[number];

/** Where lines hold it, where they call it something else: `{ status: "resp.code" }`. */
export type Fields = Readonly<Partial<Record<FieldName, string>>>;

/** What loggers, proxies and OpenTelemetry's conventions for HTTP call it, the surest first. */
const usual: Readonly<Record<FieldName, readonly string[]>> = {
  status: [
    "http.response.status_code",
    "http.status_code",
    "response.status",
    "response.statusCode",
    "response.status_code",
    "res.status",
    "res.statusCode",
    "httpRequest.status",
    "responseStatus",
    "responseCode",
    "response_code",
    "elb_status_code",
    "sc-status",
    "response_status",
    "statusCode",
    "status_code",
    "http_status",
    "status",
  ],
  body: [
    "http.response.body.content",
    "http.response.body",
    "response.body",
    "response.data",
    "res.body",
    "responseBody",
    "response_body",
    "body",
  ],
  headers: ["response.headers", "res.headers", "responseHeaders", "response_headers", "headers"],
  method: [
    "http.request.method",
    "http.method",
    "request.method",
    "req.method",
    "httpRequest.requestMethod",
    "requestMethod",
    "httpMethod",
    "http_method",
    "cs-method",
    "verb",
    "method",
  ],
  url: [
    "url.full",
    "http.url",
    "request.url",
    "req.url",
    "httpRequest.requestUrl",
    "url.path",
    "http.target",
    "request.path",
    "req.path",
    "requestUrl",
    "request_uri",
    "resourcePath",
    "rawPath",
    "cs-uri-stem",
    "url",
    "uri",
    "path",
  ],
  // Many logs have a `code` of their own.
  code: [],
  operation: ["operationId", "operation_id"],
};

/** What a line says, by the name that it was told to have there, else by those that are usual. */
export function fieldIn(line: unknown, name: FieldName, fields: Fields): unknown {
  const named = fields[name];
  const paths = named === undefined ? usual[name] : [named];
  return paths.map((path) => memberAt(line, path)).find((value) => value !== undefined && value !== null);
}

/** The member of a path: by its whole name, as flat logs have it, or one step after the other. */
function memberAt(value: unknown, path: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, path)) return value[path];
  for (let dot = path.indexOf("."); dot >= 0; dot = path.indexOf(".", dot + 1)) {
    const inner = Object.hasOwn(value, path.slice(0, dot)) ? value[path.slice(0, dot)] : undefined;
    const found = memberAt(inner, path.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}
