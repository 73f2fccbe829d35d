import type { Problem } from "../problem/problem.js";
import { documentUnsupported } from "../problem/reading.js";
import { shellWord } from "../problem/shell.js";
import { problemAt } from "../read/position.js";
import { child, type Node } from "../read/source.js";

/** Whether a document is of a version that is read. */
export function checkDocument(document: Node): Problem[] {
  const openapi = child(document, "openapi");
  const version = openapi.value;
  if (typeof version === "string" && /^3\.[0-2](\.|$)/.test(version)) return [];
  const swagger = child(document, "swagger");
  const convert = `convert it first: \`npx swagger2openapi --yaml --outfile openapi3.yaml ${shellWord(document.source.file)}\``;
  if (swagger.value !== undefined)
    return [problemAt(swagger, documentUnsupported(`Swagger ${swagger.value}`, convert))];
  if (version === undefined)
    return [problemAt(document, documentUnsupported("no `openapi` says the version", "begin with `openapi: 3.1.0`"))];
  if (typeof version === "string")
    return [problemAt(openapi, documentUnsupported(`OpenAPI ${version}`, "write it as OpenAPI 3.1"))];
  return [problemAt(openapi, documentUnsupported("the version is no text", "write `openapi: 3.1.0`"))];
}
