import type { Problem } from "../problem/problem.js";
import { documentUnsupported } from "../problem/reading.js";
import { problemAt } from "../read/position.js";
import { child, type Node } from "../read/source.js";

const convert = "convert it first: `npx swagger2openapi --yaml --outfile openapi.yaml <document>`";

/** Whether a document is of a version that is read. */
export function checkDocument(document: Node): Problem[] {
  const openapi = child(document, "openapi");
  if (typeof openapi.value === "string" && /^3\.[0-2](\.|$)/.test(openapi.value)) return [];
  const swagger = child(document, "swagger");
  if (swagger.value !== undefined)
    return [problemAt(swagger, documentUnsupported(`Swagger ${swagger.value}`, convert))];
  if (openapi.value === undefined)
    return [problemAt(document, documentUnsupported("no version", "begin with `openapi: 3.1.0`"))];
  const written = typeof openapi.value === "string" ? `OpenAPI ${openapi.value}` : "the version is no text";
  return [problemAt(openapi, documentUnsupported(written, "write `openapi: 3.1.0`"))];
}
